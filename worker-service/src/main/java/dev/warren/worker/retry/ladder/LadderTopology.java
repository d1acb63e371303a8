package dev.warren.worker.retry.ladder;

import dev.warren.worker.retry.Relocation;
import dev.warren.worker.retry.RetryProperties;
import org.springframework.amqp.core.Declarables;
import org.springframework.amqp.core.QueueBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The ladder's queues. Nobody consumes them: what is in them expires into the work queue. */
@Configuration(proxyBeanMethods = false)
class LadderTopology {

  @Bean
  Ladder ladder(RetryProperties properties) {
    return new Ladder(properties.delays());
  }

  @Bean
  Declarables ladderQueues(Ladder ladder) {
    return new Declarables(
        ladder.rungs().stream()
            .distinct()
            .map(rung -> QueueBuilder.durable(rung).quorum().build())
            .toList());
  }

  @Bean
  LadderRetry ladderRetry(Ladder ladder, Relocation relocation) {
    return new LadderRetry(ladder, relocation);
  }
}
