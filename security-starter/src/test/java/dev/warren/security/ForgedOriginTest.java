package dev.warren.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A caller who says to be somebody else, on Kubernetes, where Boot by itself would believe it. */
@SpringBootTest(
    classes = ThingsApplication.class,
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {
      "spring.config.import=classpath:warren-defaults.yaml",
      "spring.application.name=things",
      "spring.main.cloud-platform=kubernetes",
      "warren.security.mode=api-keys",
      "warren.security.api-keys=import tasks:read ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
      ThingsApplication.READ,
      ThingsApplication.READ_REQUESTS
    })
@ExtendWith(OutputCaptureExtension.class)
class ForgedOriginTest {

  @LocalServerPort private int port;

  @Test
  void isKnownByTheAddressThatItCameFrom(CapturedOutput output) {
    String[] headers = {"X-API-Key", "wrong", "X-Forwarded-For", "203.0.113.7"};

    new Things(port).send("GET", "/api/things", headers);

    assertThat(output)
        .contains("No valid credential from 127.0.0.1: GET /api/things")
        .doesNotContain("203.0.113.7");
  }
}
