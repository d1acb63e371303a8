package dev.warren.messaging.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class PendingConfirmsTest {

  private static final PublishOutcome CONFIRMED = new PublishOutcome.Confirmed();

  private final Semaphore places = new Semaphore(0);
  private final PendingConfirms confirms = new PendingConfirms(places);

  @Test
  void aMultipleAckSettlesAllUpToItsNumber() {
    PendingConfirm first = sent(1, 0);
    PendingConfirm second = sent(2, 0);
    PendingConfirm third = sent(3, 0);

    confirms.acknowledged(2, true);

    assertThat(first.outcome).isCompletedWithValue(CONFIRMED);
    assertThat(second.outcome).isCompletedWithValue(CONFIRMED);
    assertThat(third.outcome).isNotDone();
    assertThat(places.availablePermits()).isEqualTo(2);
  }

  @Test
  void theOldestIsTheFirstThatWaits() {
    assertThat(confirms.firstDeadlineNanos()).isNull();
    sent(1, 10);
    sent(2, 20);

    assertThat(confirms.firstDeadlineNanos()).isEqualTo(10);
    confirms.acknowledged(1, false);
    assertThat(confirms.firstDeadlineNanos()).isEqualTo(20);
  }

  @Test
  void aReturnWinsOverTheAckThatFollows() {
    PendingConfirm pending = sent(1, 0);

    confirms.returned(pending.messageId, 312, "NO_ROUTE");
    confirms.acknowledged(1, false);

    assertThat(pending.outcome).isCompletedWithValue(new PublishOutcome.Returned(312, "NO_ROUTE"));
  }

  @Test
  void aSecondWordOnTheSameMessageChangesNothing() {
    PendingConfirm pending = sent(1, 0);

    confirms.expire(1, "too late");
    confirms.acknowledged(1, false);
    confirms.nacked(1, true);

    assertThat(pending.outcome).isCompletedWithValue(new PublishOutcome.Unconfirmed("too late"));
    assertThat(places.availablePermits()).isEqualTo(1);
  }

  @Test
  void onlyThoseWhoseTimeIsOverExpire() {
    PendingConfirm old = sent(1, 100);
    PendingConfirm young = sent(2, 200);

    confirms.expire(150, "too late");

    assertThat(old.outcome).isDone();
    assertThat(young.outcome).isNotDone();
  }

  @Test
  void oneThatWaitedForAPlaceExpiresBeforeThoseThatWereSentEarlier() {
    PendingConfirm barged = sent(1, 200);
    PendingConfirm waited = sent(2, 100);

    confirms.expire(150, "too late");

    assertThat(waited.outcome).isDone();
    assertThat(barged.outcome).isNotDone();
  }

  @Test
  void waitsForThoseThatAreOnTheirWay() throws Exception {
    sent(1, 100);
    CompletableFuture<Void> wait =
        CompletableFuture.runAsync(
            () -> {
              try {
                confirms.await(Duration.ofMinutes(1));
              } catch (InterruptedException e) {
                throw new IllegalStateException(e);
              }
            });
    assertThat(wait).isNotDone();

    confirms.acknowledged(1, false);

    wait.get(10, TimeUnit.SECONDS);
  }

  @Test
  void afterTheBrokerRefusedOneOnlyTheLastWasCertainlyNotKept() {
    PendingConfirm first = sent(1, 0);
    PendingConfirm last = sent(2, 0);

    confirms.giveUpAllButRefuseTheLast("no exchange");
    confirms.giveUpAllButRefuseTheLast("again");

    assertThat(first.outcome).isCompletedWithValue(new PublishOutcome.Unconfirmed("no exchange"));
    assertThat(last.outcome).isCompletedWithValue(new PublishOutcome.NotSent("no exchange"));
    assertThat(places.availablePermits()).isEqualTo(2);
  }

  private PendingConfirm sent(long sequence, long deadline) {
    PendingConfirm pending = new PendingConfirm("id-" + sequence, deadline);
    confirms.add(sequence, pending);
    return pending;
  }
}
