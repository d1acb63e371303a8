package dev.warren.producer.taskview;

import static dev.warren.producer.taskview.Events.submitted;
import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.messaging.web.sse.SseEvent;
import org.junit.jupiter.api.Test;

class RecentEventsTest {

  private final RecentEvents recent = new RecentEvents(3, 50, RecentEventsTest::sent);

  @Test
  void tellsWhatCameAfterAPosition() {
    add(10, 11, 12);

    assertThat(recent.reachesBackTo(at(10))).isTrue();
    assertThat(recent.after(at(10)))
        .extracting(SseEvent::id)
        .containsExactly(at(11).toString(), at(12).toString());
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

    assertThat(recent.all()).extracting(SseEvent::id).containsExactly(at(0).toString());
    assertThat(recent.reachesBackTo(at(0))).isTrue();
  }

  @Test
  void forgetsTheOldestWhenThereIsTooMuchText() {
    add(1000000001, 1000000002, 1000000003);

    assertThat(recent.all()).as("of 23 characters each").hasSize(2);
    assertThat(recent.reachesBackTo(at(1000000001))).isTrue();
    assertThat(recent.reachesBackTo(at(1000000000))).isFalse();
  }

  @Test
  void makesWhatIsSentOnceForAllClients() {
    add(10);

    assertThat(recent.all().get(0)).isSameAs(recent.all().get(0));
  }

  private static SseEvent sent(StreamedEvent event) {
    return new SseEvent(event.position().toString(), "queued", "{}", "");
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
