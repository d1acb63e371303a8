package dev.warren.systemtests.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.systemtests.suite.RestClient;
import dev.warren.systemtests.suite.RunningSuite;
import dev.warren.systemtests.suite.Seen;
import dev.warren.systemtests.suite.Subscription;
import dev.warren.systemtests.suite.SystemTest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@SystemTest
class LogsIT {

  private final RunningSuite suite;

  LogsIT(RunningSuite suite) {
    this.suite = suite;
  }

  @Test
  void syslogLinesArriveAtTheSubscriptionsThatMatch() throws IOException {
    try (Subscription kernel = suite.subscribe("{'pattern':'topic','bindingKeys':['kern.*']}");
        Subscription critical =
            suite.subscribe("{'pattern':'topic','bindingKeys':['*.critical']}");
        Subscription all = suite.subscribe("{'pattern':'topic','bindingKeys':['#']}")) {

      JsonNode report = suite.producer().postText("/api/logs/syslog", sample()).json();

      assertThat(report.get("published").intValue()).isEqualTo(8);
      assertThat(report.get("malformed").intValue()).isEqualTo(2);
      Seen.eventually("all lines have arrived", () -> keys(all).size() == 8);
      Seen.eventually("the kernel's have", () -> keys(kernel).size() >= 2);
      Seen.eventually("the critical ones have", () -> keys(critical).size() >= 2);
      assertThat(keys(kernel)).containsExactly("kern.warning", "kern.critical");
      assertThat(keys(critical)).containsExactly("kern.critical", "auth.critical");
    }
  }

  @Test
  void aDeletedSubscriptionTakesItsQueueWithIt() {
    Subscription subscription = suite.subscribe("{'pattern':'direct','bindingKeys':['nobody']}");
    String path = "/api/logs/direct";
    String json = "{\"severity\":\"nobody\",\"text\":\"x\"}";
    assertThat(suite.producer().postJson(path, json).json().get("routed").booleanValue()).isTrue();

    subscription.close();

    JsonNode unheard = suite.producer().postJson(path, json).json();
    assertThat(unheard.get("routed").booleanValue()).isFalse();
  }

  @Test
  void replicasDoNotShareWhatIsPublishedToAllButGetItEach() {
    suite.scale("log-subscriber", 2);
    try {
      String text = Seen.uniqueText("for every replica");
      suite.producer().postJson("/api/logs", "{\"text\":\"" + text + "\"}");

      assertThat(suite.replicas("log-subscriber"))
          .hasSize(2)
          .allSatisfy(replica -> bothItsReceiversGet(text, replica));
    } finally {
      suite.scale("log-subscriber", 1);
    }
  }

  private static void bothItsReceiversGet(String text, RestClient replica) {
    String path = "/api/received?pattern=fanout&limit=1000";
    Seen.eventually(
        replica.url() + " has received: " + text,
        () ->
            replica
                .get(path)
                .json()
                .valueStream()
                .filter(message -> message.toString().contains(text))
                .map(message -> message.get("subscription").stringValue())
                .sorted()
                .toList()
                .equals(List.of("fanout-file", "fanout-screen")));
  }

  private List<String> keys(Subscription subscription) {
    return suite
        .logSubscriber()
        .get("/api/received?limit=1000&subscription=" + subscription.id())
        .json()
        .findValuesAsString("routingKey");
  }

  private static String sample() throws IOException {
    try (InputStream sample = LogsIT.class.getResourceAsStream("/syslog-sample.log")) {
      return new String(Objects.requireNonNull(sample).readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
