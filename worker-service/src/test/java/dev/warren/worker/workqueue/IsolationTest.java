package dev.warren.worker.workqueue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.testkit.Bounds;
import dev.warren.worker.StopSignal;
import dev.warren.worker.retry.Verdict;
import dev.warren.worker.support.GivenStop;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class IsolationTest {

  private static final Isolation.Waiting NOTHING = () -> {};

  private final StopSignal stop = new StopSignal();
  private final Isolation isolation = new Isolation(stop);
  private final CountDownLatch suspectRuns = new CountDownLatch(1);
  private final CountDownLatch suspectMayEnd = new CountDownLatch(1);

  @Test
  void finishesWhatRunsAndGivesBackWhatWaitedForItsTurn() throws Exception {
    CompletableFuture<Verdict> suspect =
        CompletableFuture.supplyAsync(() -> isolation.alone(NOTHING, this::work));
    assertThat(suspectRuns.await(10, TimeUnit.SECONDS)).isTrue();
    AtomicBoolean begun = new AtomicBoolean();
    FutureTask<Verdict> waiting =
        new FutureTask<>(
            () ->
                isolation.together(
                    () -> {
                      begun.set(true);
                      return Verdict.ACKNOWLEDGE;
                    }));
    Thread waits = new Thread(waiting, "waits for its turn");
    waits.start();
    Bounds.soon().until(() -> waits.getState() == Thread.State.WAITING);

    GivenStop.to(stop);
    suspectMayEnd.countDown();

    assertThat(suspect.get(10, TimeUnit.SECONDS)).isEqualTo(Verdict.ACKNOWLEDGE);
    assertThat(waiting.get(10, TimeUnit.SECONDS)).isEqualTo(Verdict.GIVE_BACK);
    assertThat(begun).isFalse();
  }

  @Test
  void givesBackASuspectThatWaitedForOthersWhenTheStopCame() {
    Verdict verdict = isolation.alone(() -> GivenStop.to(stop), IsolationTest::neverBegun);

    assertThat(verdict).isEqualTo(Verdict.GIVE_BACK);
  }

  @Test
  void givesBackASuspectThatTheShutdownDoesNotWaitFor() {
    Isolation.Waiting interrupted =
        () -> {
          throw new InterruptedException();
        };

    assertThat(isolation.alone(interrupted, IsolationTest::neverBegun))
        .isEqualTo(Verdict.GIVE_BACK);
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
  }

  @Test
  void whatComesAfterTheStopIsDoneSinceItWouldBeBackAtOnce() {
    GivenStop.to(stop);

    assertThat(isolation.together(() -> Verdict.ACKNOWLEDGE)).isEqualTo(Verdict.ACKNOWLEDGE);
    assertThat(isolation.alone(NOTHING, () -> Verdict.ACKNOWLEDGE)).isEqualTo(Verdict.ACKNOWLEDGE);
  }

  private static Verdict neverBegun() {
    throw new AssertionError("it was begun");
  }

  private Verdict work() {
    suspectRuns.countDown();
    try {
      suspectMayEnd.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return Verdict.ACKNOWLEDGE;
  }
}
