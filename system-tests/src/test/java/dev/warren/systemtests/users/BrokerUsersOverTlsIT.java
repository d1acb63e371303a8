package dev.warren.systemtests.users;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import dev.warren.systemtests.suite.Broker;
import dev.warren.systemtests.suite.DemoSecrets;
import dev.warren.systemtests.suite.Machine;
import dev.warren.systemtests.suite.Mode;
import dev.warren.systemtests.suite.RunningSuite;
import dev.warren.systemtests.suite.Seen;
import dev.warren.systemtests.suite.SystemTest;
import dev.warren.testkit.ServerCertificate;
import dev.warren.testkit.TestAuthority;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The services' users, when the broker listens with TLS beside: their rights are the same. */
@SystemTest(Mode.LOCAL)
class BrokerUsersOverTlsIT {

  private static final String HOST = "127.0.0.1";

  private final RunningSuite suite;
  private final TestAuthority authority = TestAuthority.create();
  private final int port = Machine.freePorts(1).get(0);

  BrokerUsersOverTlsIT(RunningSuite suite) {
    this.suite = suite;
  }

  @AfterEach
  void listenNoMore() {
    suite.brokerNode().control("eval", ServerCertificate.endOfListener(HOST, port));
    assertThatThrownBy(() -> new Socket(InetAddress.getLoopbackAddress(), port).close())
        .isInstanceOf(ConnectException.class);
  }

  @TestFactory
  Stream<DynamicTest> rightsAreThoseWithoutTls() {
    suite.brokerNode().control("eval", authority.certify(HOST).listener(HOST, port));

    return Stream.of(
            BrokerUsersIT.USERS.stream().map(this::isSeenAsItself),
            BrokerUsersIT.allowed()
                .map(it -> dynamicTest(it.toString(), () -> it.succeedsOn(connectAs(it.user())))),
            BrokerUsersIT.forbidden()
                .map(it -> dynamicTest("no: " + it, () -> it.isRefusedOn(connectAs(it.user())))))
        .flatMap(tests -> tests);
  }

  private DynamicTest isSeenAsItself(String user) {
    return dynamicTest(
        user + " connects",
        () -> {
          try (Connection connection = connectAs(user)) {
            assertThat(connection.isOpen()).isTrue();
            Seen.eventually("an encrypted connection of " + user, () -> isEncrypted(user));
          }
        });
  }

  private boolean isEncrypted(String user) {
    return StreamSupport.stream(
            suite.broker().management().get("/api/connections").json().spliterator(), false)
        .filter(connection -> connection.path("user").asString("").equals(user))
        .anyMatch(connection -> connection.path("ssl").asBoolean(false));
  }

  private Connection connectAs(String user) throws Exception {
    ConnectionFactory clients = suite.broker().clients();
    clients.setHost(HOST);
    clients.setPort(port);
    clients.setUsername(user);
    clients.setPassword(DemoSecrets.passwordOf(user));
    clients.useSslProtocol(authority.trusted());
    clients.enableHostnameVerification();
    return clients.newConnection(Broker.FOREIGN);
  }
}
