package dev.warren.producer.workqueue;

import static org.assertj.core.api.Assertions.assertThat;

import com.rabbitmq.client.Channel;
import dev.warren.contracts.Simulation;
import dev.warren.contracts.WorkQueue;
import dev.warren.producer.Api;
import dev.warren.producer.ProducerTest;
import dev.warren.testkit.MessageCollector;
import dev.warren.testkit.ReceivedMessage;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

@ProducerTest
@TestPropertySource(properties = "warren.simulate-faults=true")
class SimulateIT {

  private final Api api;

  SimulateIT(@LocalServerPort int port) {
    this.api = new Api(port);
  }

  @Test
  void aTaskSaysWhatIsToGoWrongWithIt(Channel channel) throws IOException {
    send("{\"failAttempts\":2}");
    send("{\"hangFor\":\"10s\",\"crash\":true}");
    send("{\"hangFor\":\"PT1H\"}");
    api.postJson("/api/tasks", "{\"text\":\"a\",\"simulate\":null}").assertStatus(202);

    assertThat(MessageCollector.consume(channel, WorkQueue.QUEUE).expect(4))
        .extracting(SimulateIT::faults)
        .containsExactly("2 null null", "null 10000 true", "null 3600000 null", "null null null");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"failAttempts\":-1}",
        "{\"failAttempts\":101}",
        "{\"failAttempts\":\"2\"}",
        "{\"failAttempts\":1.5}",
        "{\"hangFor\":\"61m\"}",
        "{\"hangFor\":\"-1s\"}",
        "{\"hangFor\":\"soon\"}",
        "{\"hangFor\":\"\"}",
        "{\"hangFor\":10}",
        "{\"crash\":\"yes\"}",
        "{\"explode\":true}",
        "[]",
        "true"
      })
  void refusesWhatMakesNoSense(String faults) {
    api.postJson("/api/tasks", "{\"text\":\"a\",\"simulate\":" + faults + "}")
        .assertProblem(400, "invalid-field");
  }

  private void send(String faults) {
    api.postJson("/api/tasks", "{\"text\":\"a\",\"simulate\":" + faults + "}").assertStatus(202);
  }

  private static String faults(ReceivedMessage task) {
    Map<String, Object> headers = task.properties().getHeaders();
    return headers == null
        ? "null null null"
        : "%s %s %s"
            .formatted(
                headers.get(Simulation.FAIL_ATTEMPTS),
                headers.get(Simulation.HANG_FOR),
                headers.get(Simulation.CRASH));
  }
}
