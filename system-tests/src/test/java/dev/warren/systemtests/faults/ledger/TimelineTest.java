package dev.warren.systemtests.faults.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimelineTest {

  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  private final List<Request> requests = new ArrayList<>();

  @Test
  void anOutageIsTheLongestTimeWithoutAnAcknowledgement() {
    answered(0, 1, Answered.ACKNOWLEDGED);
    answered(9, 10, Answered.ACKNOWLEDGED);
    answered(4, 5, Answered.FAILED);
    answered(11, 12, Answered.ACKNOWLEDGED);

    assertThat(new Timeline(requests).longestOutage()).isEqualTo(Duration.ofSeconds(9));
  }

  @Test
  void recoveryIsTheFirstAcknowledgementAfterwards() {
    answered(0, 1, Answered.ACKNOWLEDGED);
    answered(6, 7, Answered.ACKNOWLEDGED);

    Timeline timeline = new Timeline(requests);
    assertThat(timeline.toFirstAcknowledged(START.plusSeconds(4))).contains(Duration.ofSeconds(3));
    assertThat(timeline.toFirstAcknowledged(START.plusSeconds(8))).isEmpty();
  }

  @Test
  void whatAShareWaitedLeavesTheLongestOut() {
    for (int i = 0; i < 99; i++) {
      answered(0, 1, Answered.ACKNOWLEDGED);
    }
    answered(0, 30, Answered.UNKNOWN);

    Timeline timeline = new Timeline(requests);
    assertThat(timeline.waited(0.99)).isEqualTo(Duration.ofSeconds(1));
    assertThat(timeline.waited(1)).isEqualTo(Duration.ofSeconds(30));
  }

  @Test
  void whoWaitedInVainIsNotHiddenByManyWhoDidNot() {
    for (int i = 0; i < 1_000; i++) {
      answered(0, 1, Answered.ACKNOWLEDGED);
    }
    answered(0, 7, Answered.FAILED);
    answered(0, 9, Answered.UNKNOWN);

    Timeline timeline = new Timeline(requests);
    assertThat(timeline.waited(0.99)).isEqualTo(Duration.ofSeconds(1));
    assertThat(timeline.waitedInVain(0.99)).isEqualTo(Duration.ofSeconds(9));
    assertThat(new Timeline(List.of()).waitedInVain(0.99)).isZero();
  }

  private void answered(int sent, int at, Answered answered) {
    requests.add(
        new Request("t", START.plusSeconds(sent), START.plusSeconds(at), answered, "as told"));
  }
}
