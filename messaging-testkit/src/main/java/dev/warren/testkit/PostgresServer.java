package dev.warren.testkit;

import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** A PostgreSQL, in a container or given. */
final class PostgresServer implements DatabaseServer {

  /** The series that Compose and Kubernetes run. */
  static final String IMAGE = "postgres:18";

  private final URI uri;
  private final Runnable stop;

  private PostgresServer(URI uri, Runnable stop) {
    this.uri = uri;
    this.stop = stop;
  }

  /** The one that the environment points at: {@code postgresql://user:password@host:port/name}. */
  static PostgresServer given(String uri) {
    return new PostgresServer(URI.create(uri), () -> {});
  }

  static PostgresServer inContainer() throws UnavailableException {
    DockerImages.require(IMAGE);
    PostgreSQLContainer container = new PostgreSQLContainer(IMAGE);
    // by TCP, where the server that the image runs for its own set-up does not listen
    container.waitingFor(Wait.forSuccessfulCommand("pg_isready --host 127.0.0.1"));
    container.start();
    URI uri =
        URI.create(
            "postgresql://%s:%s@%s:%d/%s"
                .formatted(
                    container.getUsername(),
                    container.getPassword(),
                    container.getHost(),
                    container.getFirstMappedPort(),
                    container.getDatabaseName()));
    return new PostgresServer(uri, container::stop);
  }

  @Override
  public TestDatabase create() {
    String name = "test_" + UUID.randomUUID().toString().replace('-', '_');
    execute("create database " + name);
    return new TestDatabase(
        "PostgreSQL",
        uri,
        (host, port) ->
            "jdbc:postgresql://%s:%d/%s?connectTimeout=2&socketTimeout=10"
                .formatted(host, port, name),
        () -> execute("drop database if exists " + name + " with (force)"));
  }

  private void execute(String sql) {
    String[] login = uri.getUserInfo().split(":", 2);
    String url = "jdbc:postgresql://%s:%d%s".formatted(uri.getHost(), uri.getPort(), uri.getPath());
    try (Connection connection = DriverManager.getConnection(url, login[0], login[1]);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  @Override
  public void stop() {
    stop.run();
  }
}
