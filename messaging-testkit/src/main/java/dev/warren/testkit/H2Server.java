package dev.warren.testkit;

import java.net.URI;
import java.sql.SQLException;
import java.util.UUID;
import org.h2.tools.Server;

/** H2 in this JVM, reached by TCP as a database elsewhere would be. */
final class H2Server implements DatabaseServer {

  private final Server server;

  private H2Server(Server server) {
    this.server = server;
  }

  static H2Server start() {
    try {
      return new H2Server(Server.createTcpServer("-tcpPort", "0", "-ifNotExists").start());
    } catch (SQLException e) {
      throw new IllegalStateException("H2 does not start", e);
    }
  }

  @Override
  public TestDatabase create() {
    String name = "test-" + UUID.randomUUID();
    return new TestDatabase(
        "H2",
        URI.create("tcp://sa:@127.0.0.1:" + server.getPort()),
        (host, port) ->
            "jdbc:h2:tcp://%s:%d/mem:%s;DB_CLOSE_DELAY=-1;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE"
                .formatted(host, port, name),
        () -> {}); // it is in memory, and small
  }

  @Override
  public void stop() {
    server.stop();
  }
}
