package dev.warren.systemtests.users;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.systemtests.sources.SourceTree;
import dev.warren.systemtests.suite.Answer;
import dev.warren.systemtests.suite.RunningSuite;
import dev.warren.systemtests.suite.Seen;
import dev.warren.systemtests.suite.SystemTest;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** KEDA's user sees how long the queues are that it watches, and may do nothing to them. */
@SystemTest
class AutoscalerUserIT {

  private static final String USER = "autoscaler";
  private static final Path KUBERNETES = SourceTree.root().resolve("k8s");
  private static final Pattern WATCHED = Pattern.compile("queueName: (\\S+)");

  private final RunningSuite suite;

  AutoscalerUserIT(RunningSuite suite) {
    this.suite = suite;
  }

  static Stream<String> watched() {
    String triggers = SourceTree.read(KUBERNETES.resolve("components/keda/scaled-object.yaml"));
    return WATCHED.matcher(triggers).results().map((MatchResult found) -> found.group(1));
  }

  static Stream<Attempt> forbidden() {
    return Stream.of(
            watched().map(queue -> Attempt.consume(USER, queue)),
            watched().map(queue -> Attempt.publish(USER, "", queue)),
            watched().map(queue -> Attempt.delete(USER, queue)),
            Stream.of(Attempt.publish(USER, "orders", "order.placed")),
            BrokerUsersIT.forbiddenToAll(USER))
        .flatMap(attempts -> attempts);
  }

  @BeforeEach
  void isAddedByItsDefinitions() {
    String definitions = SourceTree.read(KUBERNETES.resolve("overlays/keda/autoscaler.json"));
    assertThat(suite.broker().management().postJson("/api/definitions", definitions).status())
        .isEqualTo(204);
  }

  @AfterEach
  void isRemoved() {
    suite.broker().delete("/api/users/" + USER);
  }

  @ParameterizedTest
  @MethodSource("watched")
  void seesHowLongAQueueIs(String queue) {
    Seen.eventually(
        "the length of " + queue,
        () -> {
          Answer answer = suite.broker().managementAs(USER).get("/api/queues/%2F/" + queue);
          return answer.status() == 200 && answer.json().path("messages").isIntegralNumber();
        });
  }

  @ParameterizedTest
  @MethodSource("forbidden")
  void isRefused(Attempt attempt) throws Exception {
    attempt.isRefusedOn(suite.broker().connectAs(attempt.user()));
  }

  @Test
  void seesNoUsers() {
    assertThat(suite.broker().managementAs(USER).get("/api/users").status()).isEqualTo(401);
  }
}
