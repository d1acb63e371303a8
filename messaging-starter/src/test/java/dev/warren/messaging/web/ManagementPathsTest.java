package dev.warren.messaging.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalManagementPort;

@SpringBootTest(
    classes = ProbeApplication.class,
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = "management.server.port=0")
class ManagementPathsTest {

  @LocalManagementPort private int port;

  @Test
  void aPathWithABrokenEscapeIsRefusedThereToo() throws IOException {
    String path = "/actuator/health;a=%";

    String answer =
        new Probe(port).raw("GET " + path + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");

    assertThat(answer).startsWith("HTTP/1.1 400").doesNotContain("Exception");
  }
}
