package dev.warren.systemtests.faults.lab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.systemtests.suite.Mode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BoundsTest {

  private static final Bounds BOUNDS =
      new Bounds(Duration.ofSeconds(10), Duration.ofSeconds(15), Duration.ofSeconds(6), 2);

  @Test
  void whatIsWithinItsBoundIsNoBreach() {
    assertThat(
            breaches(
                Map.of("to 202", 10_000L, "to done", 15_000L, "p99 answer", 6_000L),
                Map.of("202", 99, "no answer", 2)))
        .isEmpty();
  }

  @Test
  void theFirstThatIsAcknowledgedAgainMustNotComeTooLate() {
    assertThat(breaches(Map.of("to 202", 10_100L), Map.of()))
        .containsExactly("to 202 took 10.1 s, and at most 10.0 s were expected");
  }

  @Test
  void norTheFirstThatIsDone() {
    assertThat(breaches(Map.of("to done", 37_900L), Map.of()))
        .containsExactly("to done took 37.9 s, and at most 15.0 s were expected");
  }

  @Test
  void norTheAnswers() {
    assertThat(breaches(Map.of("p99 answer", 6_100L), Map.of()))
        .containsExactly("p99 answer took 6.1 s, and at most 6.0 s were expected");
  }

  @Test
  void aFewRefusalsThatComeTooLateAreNotHiddenByManyAnswersInTime() {
    assertThat(breaches(Map.of("p99 answer", 100L, "p99 refusal", 9_000L), Map.of()))
        .containsExactly("p99 refusal took 9.0 s, and at most 6.0 s were expected");
  }

  @Test
  void nobodyIsLeftWithoutAnAnswerWhoseProducerWasNotKilled() {
    assertThat(breaches(Map.of(), Map.of("no answer", 3)))
        .containsExactly("3 requests without an answer, and at most 2 were expected");
  }

  @Test
  void aFaultThatSaysNothingElseHasTheBoundsOfAll() {
    assertThat(Bounds.of(new Struck(0), 3, Mode.DOCKER))
        .isEqualTo(
            new Bounds(Duration.ofSeconds(10), Duration.ofSeconds(15), Duration.ofSeconds(6), 0));
  }

  @Test
  void eachTimeThatAProducerIsKilledItsCallersMayBeWithoutAnAnswer() {
    assertThat(Bounds.of(new Struck(44), 3, Mode.LOCAL).unanswered()).isEqualTo(132);
  }

  @Test
  void aFrontDoorHangsUpOnAllWhileThereIsNoProducer() {
    assertThat(Bounds.of(new Struck(44), 3, Mode.DOCKER).unanswered()).isEqualTo(Integer.MAX_VALUE);
  }

  private static List<String> breaches(Map<String, Long> times, Map<String, Integer> answers) {
    return BOUNDS.breaches(
        new FaultResult(
            "broker-killed",
            "It comes back.",
            "RabbitMQ 4.3.6, docker",
            Instant.parse("2026-01-01T00:00:00Z"),
            1,
            1,
            Map.of(),
            times,
            answers,
            Map.of(),
            List.of()));
  }

  private static final class Struck extends TaskFault {

    private final int unanswered;

    Struck(int unanswered) {
      this.unanswered = unanswered;
    }

    @Override
    public String name() {
      return "nothing";
    }

    @Override
    public String expectation() {
      return "Nothing happens.";
    }

    @Override
    protected int unansweredOfARound() {
      return unanswered;
    }

    @Override
    protected void inject(Lab lab) {}

    @Override
    protected Instant undo(Lab lab) {
      return Instant.now();
    }
  }
}
