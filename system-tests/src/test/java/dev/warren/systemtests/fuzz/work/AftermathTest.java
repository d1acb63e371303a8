package dev.warren.systemtests.fuzz.work;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.warren.systemtests.suite.SuiteMember;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AftermathTest {

  private HttpServer server;

  @BeforeEach
  void serveMetrics() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    serve("/idle", "0.0");
    serve("/busy", "1.0");
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"producer", "worker", "log-subscriber", "rpc-fib"})
  void aRequestInHandIsSeenInAnyReplicaOfAnyService(String busy) {
    double inHand =
        Aftermath.inHand(
            service ->
                List.of(
                    member(service, 1, "/idle"),
                    member(service, 2, service.equals(busy) ? "/busy" : "/idle")));

    assertThat(inHand).isOne();
  }

  private void serve(String path, String value) {
    byte[] metrics = "warren_requests_in_hand{limit=\"all\"} %s\n".formatted(value).getBytes(UTF_8);
    server.createContext(
        path + "/prometheus",
        exchange -> {
          exchange.sendResponseHeaders(200, metrics.length);
          exchange.getResponseBody().write(metrics);
          exchange.close();
        });
  }

  private SuiteMember member(String service, int replica, String path) {
    URI url = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    return new SuiteMember(service + "-service", replica, url, url, "ready", null, null);
  }
}
