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

  private final StopSignal stop = new StopSignal();
  private final Isolation isolation = new Isolation(stop);
  private final CountDownLatch suspectRuns = new CountDownLatch(1);
  private final CountDownLatch suspectMayEnd = new CountDownLatch(1);

  @Test
  void finishesWhatRunsAndGivesBackWhatWaitedForItsTurn() throws Exception {
    CompletableFuture<Verdict> suspect =
        CompletableFuture.supplyAsync(() -> isolation.alone(this::work));
    suspectRuns.await();
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
  void whatComesAfterTheStopIsDoneSinceItWouldBeBackAtOnce() {
    GivenStop.to(stop);

    assertThat(isolation.together(() -> Verdict.ACKNOWLEDGE)).isEqualTo(Verdict.ACKNOWLEDGE);
    assertThat(isolation.alone(() -> Verdict.ACKNOWLEDGE)).isEqualTo(Verdict.ACKNOWLEDGE);
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
