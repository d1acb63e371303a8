package dev.warren.producer.publishing;

import static dev.warren.testkit.Bounds.soon;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.producer.Answer;
import dev.warren.producer.Api;
import dev.warren.producer.ProducerTest;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** More requests than a producer takes at once: the one too many is refused, others go on. */
@ProducerTest
class OverloadIT {

  private static final String BULK = "[{\"text\":\"a task\"}]";

  private final int port;
  private final Api api;
  private final MeterRegistry meters;
  private final List<Socket> slowCallers = new ArrayList<>();

  OverloadIT(@LocalServerPort int port, @Autowired MeterRegistry meters) {
    this.port = port;
    this.api = new Api(port);
    this.meters = meters;
  }

  @AfterEach
  void hangUp() throws IOException {
    for (Socket caller : slowCallers) {
      caller.close();
    }
  }

  @Test
  void theBulkTooManyIsRefusedAtOnceAndNothingElseIs() throws IOException {
    occupy("/api/tasks/bulk", "application/json", 8);
    soon().until(() -> inHand("bulk") == 8);

    Answer refused = api.postJson("/api/tasks/bulk", BULK).assertProblem(429, "overloaded");

    assertThat(refused.headers().firstValue("Retry-After")).hasValue("1");
    assertThat(refused("bulk")).isEqualTo(1);
    api.postText("/api/tasks", "a task").assertStatus(202);
    api.get("/api/tasks").assertStatus(200);
    api.get("/actuator/health/readiness").assertStatus(200);

    hangUp();

    soon().until(() -> api.postJson("/api/tasks/bulk", BULK).status() == 202);
  }

  @Test
  void streamsDoNotTakeTheThreadsThatHealthChecksNeed() throws IOException {
    occupy("/api/logs/syslog", "text/plain", 32);
    soon().until(() -> inHand("syslog") == 32);

    api.postText("/api/logs/syslog", "<34>").assertProblem(429, "overloaded");
    api.get("/actuator/health/liveness").assertStatus(200);
    api.postText("/api/logs", "a log").assertStatus(202);
  }

  /** Callers that have begun to send and do not go on. */
  private void occupy(String path, String type, int places) throws IOException {
    String begun =
        "POST %s HTTP/1.1\r\nHost: a\r\nContent-Type: %s\r\nContent-Length: 9\r\n\r\n["
            .formatted(path, type);
    for (int i = 0; i < places; i++) {
      Socket caller = new Socket("localhost", port);
      slowCallers.add(caller);
      caller.getOutputStream().write(begun.getBytes(US_ASCII));
    }
  }

  private double inHand(String limit) {
    return meters.get("warren.requests.in.hand").tag("limit", limit).gauge().value();
  }

  private double refused(String limit) {
    return meters.get("warren.requests.refused").tag("limit", limit).functionCounter().count();
  }
}
