package dev.warren.systemtests.faults.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.systemtests.faults.ledger.Effect.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BurialsTest {

  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  private final List<Request> requests = new ArrayList<>();
  private final List<Effect> effects = new ArrayList<>();

  @Test
  void whatCannotBeDoneBelongsIntoTheDeadLetterQueue() {
    acknowledged("bad", "good");
    dead("bad", Duration.ofSeconds(7));

    Burials burials = Burials.of(requests, effects, Set.of("bad"));

    assertThat(burials).isEqualTo(new Burials(Set.of(), Set.of(), Duration.ofSeconds(7)));
  }

  @Test
  void whatCouldHaveBeenDoneDoesNotBelongThere() {
    acknowledged("good");
    dead("good", Duration.ZERO);

    assertThat(Burials.of(requests, effects, Set.of("bad")).innocent()).containsExactly("good");
  }

  @Test
  void whatCannotBeDoneMustNotBeDoneInstead() {
    acknowledged("bad");
    effects.add(new Effect("bad", Kind.DONE, "worker", NOW));

    assertThat(Burials.of(requests, effects, Set.of("bad")).escaped()).containsExactly("bad");
  }

  @Test
  void whatWasRefusedNeedNotEndAnywhere() {
    requests.add(new Request("bad", NOW, NOW, Answered.FAILED, "as told"));

    assertThat(Burials.of(requests, effects, Set.of("bad")).escaped()).isEmpty();
  }

  @Test
  void notAllTimeNeedCount() {
    acknowledged("bad");
    dead("bad", Duration.ofSeconds(70));

    Burials burials =
        Burials.of(
            requests,
            effects,
            Set.of("bad"),
            (from, until) -> Duration.between(from, until).dividedBy(7));

    assertThat(burials.slowest()).isEqualTo(Duration.ofSeconds(10));
  }

  private void acknowledged(String... tokens) {
    for (String token : tokens) {
      requests.add(new Request(token, NOW, NOW, Answered.ACKNOWLEDGED, "as told"));
    }
  }

  private void dead(String token, Duration after) {
    effects.add(new Effect(token, Kind.DEAD, "task_queue.dlq", NOW.plus(after)));
  }
}
