package dev.warren.producer.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.producer.ProducerTest;
import dev.warren.producer.replay.DeadLetterQueue;
import java.time.Duration;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@ProducerTest
class LeaseIT {

  /** To connect (2 s), for the last confirms (5 s) and to give back what is left (2 s). */
  private static final Duration BESIDES = Duration.ofSeconds(9);

  /** The longest of them replays dead letters of all queues. */
  @Test
  void theLeaseIsLongerThanAnyRequestUnderAKeyTakes(
      @Autowired ApplicationContext context,
      @Autowired IdempotencyProperties properties,
      @Autowired List<DeadLetterQueue> queues)
      throws ClassNotFoundException {
    Object bounds =
        context.getBean(Class.forName("dev.warren.producer.deadletters.DeadLetterProperties"));
    Duration ofOneQueue =
        BESIDES.plus(duration(bounds, "maxWait")).plus(duration(bounds, "maxDuration"));

    assertThat(properties.lease()).isGreaterThan(ofOneQueue.multipliedBy(queues.size()));
  }

  private static Duration duration(Object properties, String name) {
    return assertThat(properties).extracting(name, InstanceOfAssertFactories.DURATION).actual();
  }
}
