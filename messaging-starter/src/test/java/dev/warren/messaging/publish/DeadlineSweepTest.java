package dev.warren.messaging.publish;

import static dev.warren.testkit.Bounds.soon;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class DeadlineSweepTest {

  @Test
  void sweepsAgainThoughTheLastTimeEndedInAnError() {
    AtomicInteger sweeps = new AtomicInteger();
    DeadlineSweep sweep =
        DeadlineSweep.start(
            () -> {
              if (sweeps.incrementAndGet() == 1) {
                throw new InternalError("no thread to be had");
              }
            });

    try {
      soon().until(() -> sweeps.get() > 1);
    } finally {
      sweep.stop();
    }
  }
}
