package dev.warren.producer.deadletters;

import dev.warren.producer.catalogue.PatternDescription;
import dev.warren.producer.replay.DeadLetterQueue;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** What the catalogue says. The queues belong to the patterns whose letters end in them. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DeadLetterProperties.class)
class DeadLetterConfiguration {

  @Bean
  @Order(20)
  PatternDescription deadLettersPattern(DeadLetterQueues queues) {
    return PatternDescription.ofQueues(
        "dead-letters",
        "Dead letters",
        "What was given up, to be looked at, tried again or discarded",
        queues.all().stream().map(DeadLetterQueue::name).toList(),
        List.of(
            "GET /api/dead-letters",
            "GET /api/dead-letters/{id}",
            "POST /api/dead-letters/{id}/replay",
            "POST /api/dead-letters/replay",
            "DELETE /api/dead-letters/{id}",
            "DELETE /api/dead-letters"));
  }
}
