package dev.warren.messaging.web.sse;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

@Timeout(60)
class SseShutdownTest {

  @Test
  void gracefulShutdownDoesNotWaitForOpenStreams() throws Exception {
    ConfigurableApplicationContext service = start();
    SseReader idle = new SseReader(port(service), "idle");
    Socket stalled = stalled(port(service));
    fill(service.getBean(SseBroadcaster.class), "stalled");
    Instant begin = Instant.now();

    service.close();

    assertThat(Duration.between(begin, Instant.now())).isLessThan(Duration.ofSeconds(10));
    assertThat(idle.event()).contains("event: first");
    assertThat(idle.event()).isEmpty();
    stalled.close();
  }

  /** More than the sockets take, less than makes the client a slow one. */
  private static void fill(SseBroadcaster broadcaster, String key) {
    String data = "x".repeat(64 * 1024);
    for (int i = 0; i < 160; i++) {
      broadcaster.broadcast(() -> List.of(new SseEvent("1", "news", data, key)));
    }
  }

  private static Socket stalled(int port) throws IOException {
    Socket socket = new Socket();
    socket.setReceiveBufferSize(4096);
    socket.connect(new InetSocketAddress("localhost", port));
    socket
        .getOutputStream()
        .write("GET /events?key=stalled HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(US_ASCII));
    assertThat(socket.getInputStream().read()).isEqualTo('H');
    return socket;
  }

  private static ConfigurableApplicationContext start() {
    return SpringApplication.run(
        SseTestApplication.class,
        "--server.port=0",
        "--server.shutdown=graceful",
        "--spring.lifecycle.timeout-per-shutdown-phase=20s",
        "--warren.sse.buffer-size=32MB");
  }

  private static int port(ConfigurableApplicationContext service) {
    return service.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
  }
}
