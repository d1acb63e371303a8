package dev.warren.producer.taskview;

import static dev.warren.producer.taskview.Events.submitted;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RecentEventsTest {

  private final RecentEvents recent = new RecentEvents(3);

  @Test
  void tellsWhatCameAfterAPosition() {
    add(10, 11, 12);

    assertThat(recent.reachesBackTo(at(10))).isTrue();
    assertThat(recent.after(at(10)))
        .extracting(StreamedEvent::position)
        .containsExactly(at(11), at(12));
    assertThat(recent.after(at(12))).isEmpty();
  }

  @Test
  void doesNotReachBackToWhatItHasForgotten() {
    add(10, 11, 12, 13, 14);

    assertThat(recent.reachesBackTo(at(11))).as("nothing after it is missing").isTrue();
    assertThat(recent.reachesBackTo(at(10))).isFalse();
    assertThat(recent.all()).hasSize(3);
  }

  @Test
  void doesNotReachBackToBeforeWhatItHasRead() {
    add(10);

    assertThat(recent.reachesBackTo(at(9))).isFalse();
  }

  @Test
  void knowsNothingBeforeItHasRead() {
    assertThat(recent.reachesBackTo(at(0))).isFalse();
  }

  @Test
  void believesAPositionThatAnotherReplicaMayHaveSeenAlready() {
    add(10);

    assertThat(recent.reachesBackTo(at(20))).isTrue();
    assertThat(recent.reachesBackTo(at(999_999))).isFalse();
  }

  @Test
  void startsAgainWhenTheStreamHasBeenReplaced() {
    add(10, 11);

    add(0);

    assertThat(recent.all()).extracting(StreamedEvent::position).containsExactly(at(0));
    assertThat(recent.reachesBackTo(at(0))).isTrue();
  }

  private void add(long... offsets) {
    for (long offset : offsets) {
      recent.reached(offset);
      recent.add(StreamedEvent.of(at(offset), submitted("task-" + offset)));
    }
  }

  private static EventPosition at(long offset) {
    return new EventPosition(offset, 0);
  }
}
