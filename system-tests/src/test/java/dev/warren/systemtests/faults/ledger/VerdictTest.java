package dev.warren.systemtests.faults.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.systemtests.faults.ledger.Effect.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The checker itself: histories with a known flaw, which it has to find. */
class VerdictTest {

  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  private final List<Request> requests = new ArrayList<>();
  private final List<Effect> effects = new ArrayList<>();

  @Test
  void findsNothingWhereEverythingWasDoneOnce() {
    sent("a", Answered.ACKNOWLEDGED);
    sent("b", Answered.ACKNOWLEDGED);
    done("a", "b");

    Verdict verdict = verdict();
    assertThat(verdict.acknowledged()).containsExactly("a", "b");
    assertThat(verdict.lost()).isEmpty();
    assertThat(verdict.unexpected()).isEmpty();
    assertThat(verdict.surplus()).isZero();
  }

  @Test
  void findsOneLostAmongMany() {
    for (int i = 0; i < 10_000; i++) {
      sent("t" + i, Answered.ACKNOWLEDGED);
      if (i != 7_777) {
        done("t" + i);
      }
    }
    assertThat(verdict().lost()).containsExactly("t7777");
  }

  @Test
  void aDuplicateOfOneTaskDoesNotStandForAnother() {
    sent("a", Answered.ACKNOWLEDGED);
    sent("b", Answered.ACKNOWLEDGED);
    done("a", "a");

    assertThat(verdict().lost()).containsExactly("b");
    assertThat(verdict().duplicated()).isEqualTo(Map.of("a", 1));
  }

  @Test
  void aDeadLetteredTaskIsNotLost() {
    sent("a", Answered.ACKNOWLEDGED);
    effects.add(new Effect("a", Kind.DEAD, "task_queue.dlq", NOW));

    assertThat(verdict().lost()).isEmpty();
    assertThat(verdict().dead()).containsExactly("a");
  }

  @Test
  void aTaskThatIsDoneAndDeadLetteredCameToAnEndTwice() {
    sent("a", Answered.ACKNOWLEDGED);
    done("a");
    effects.add(new Effect("a", Kind.DEAD, "task_queue.dlq", NOW));

    assertThat(verdict().surplus()).isOne();
  }

  @Test
  void whatWasSaidToHaveFailedMustNotBeDone() {
    sent("a", Answered.FAILED);
    done("a");

    assertThat(verdict().unexpected()).containsExactly("a");
  }

  @Test
  void whatNobodySentMustNotBeDone() {
    done("stranger");

    assertThat(verdict().unexpected()).containsExactly("stranger");
  }

  @Test
  void anUnknownOneMayBeDoneOrNot() {
    sent("a", Answered.UNKNOWN);
    sent("b", Answered.UNKNOWN);
    done("b");

    Verdict verdict = verdict();
    assertThat(verdict.recovered()).containsExactly("b");
    assertThat(verdict.lost()).isEmpty();
    assertThat(verdict.unexpected()).isEmpty();
  }

  @Test
  void countsEachTimeTooOften() {
    sent("a", Answered.ACKNOWLEDGED);
    done("a", "a", "a");

    assertThat(verdict().surplus()).isEqualTo(2);
  }

  private Verdict verdict() {
    return Verdict.of(requests, effects);
  }

  private void sent(String token, Answered answered) {
    requests.add(new Request(token, NOW, NOW, answered, "as told"));
  }

  private void done(String... tokens) {
    for (String token : tokens) {
      effects.add(new Effect(token, Kind.DONE, "worker", NOW));
    }
  }
}
