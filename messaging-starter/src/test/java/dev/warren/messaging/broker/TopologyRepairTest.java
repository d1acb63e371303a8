package dev.warren.messaging.broker;

import static dev.warren.testkit.Bounds.soon;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.amqp.AmqpException;

class TopologyRepairTest {

  private final List<Long> declarations = new CopyOnWriteArrayList<>();
  private final CountDownLatch gate = new CountDownLatch(1);
  private volatile @Nullable Error failure;
  private final TopologyRepair repair = new TopologyRepair(Set.of("ours"), this::declare);

  @AfterEach
  void stop() {
    gate.countDown();
    repair.close();
  }

  @Test
  void declaresOnAThreadOfItsOwnHoweverManyMissIt() {
    repair.missing("ours");
    repair.missing("ours"); // would wait for ever if it ran here

    gate.countDown();
    soon().until(() -> !declarations.isEmpty());
  }

  /** The broker tells consumers first that their queue is gone. */
  @Test
  void declaresASecondAfterItWasMissed() {
    gate.countDown();
    long missed = System.nanoTime();
    repair.missing("ours");
    soon().until(() -> declarations.size() == 1);

    assertThat(Duration.ofNanos(declarations.get(0) - missed))
        .isGreaterThan(Duration.ofMillis(990));
  }

  @Test
  void declaresOnceASecondAtMostButForgetsNobody() {
    gate.countDown();
    repair.missing("ours");
    soon().until(() -> declarations.size() == 1);

    repair.missing("ours");
    repair.missing("ours");
    soon().until(() -> declarations.size() == 2);

    assertThat(Duration.ofNanos(declarations.get(1) - declarations.get(0)))
        .isGreaterThan(Duration.ofMillis(990));
  }

  @Test
  void whatOthersOwnNeitherCountsNorHoldsBackWhatIsOurs() {
    gate.countDown();
    repair.missing("somebody else's");
    repair.missing("ours");
    repair.missing("somebody else's");

    soon().until(() -> declarations.size() == 1);
  }

  @Test
  void goesOnAfterADeclarationThatFailed() {
    repair.every(Duration.ofMillis(10));
    gate.countDown();

    soon().until(() -> declarations.size() >= 3);
  }

  @Test
  void goesOnAfterAnError() {
    failure = new InternalError("no thread to be had");
    repair.every(Duration.ofMillis(10));
    gate.countDown();

    soon().until(() -> declarations.size() >= 3);
  }

  private void declare() {
    try {
      gate.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    declarations.add(System.nanoTime());
    Error error = failure;
    if (error != null) {
      throw error;
    }
    throw new AmqpException("no broker");
  }
}
