package dev.warren.messaging.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Whoever takes nothing of an answer that no buffer holds has a place for no longer than this. */
@SpringBootTest(
    classes = ProbeApplication.class,
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = "server.tomcat.connection-timeout=2s")
class UnreadAnswerTest {

  @LocalServerPort private int port;
  @Autowired private MeterRegistry registry;

  @Test
  void whoDoesNotReadIsHungUpOn() throws IOException {
    try (Socket socket = new Socket("localhost", port)) {
      String request = "GET /much HTTP/1.1\r\nHost: a\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      await().until(() -> inHand() == 1);
      await().atMost(Duration.ofSeconds(10)).until(() -> inHand() == 0);
      assertThat(socket.getInputStream().readNBytes(ProbeApplication.MUCH))
          .as("what the buffers held")
          .hasSizeLessThan(ProbeApplication.MUCH);
    }
  }

  private double inHand() {
    return registry.get("warren.requests.in.hand").tag("limit", "all").gauge().value();
  }
}
