package dev.warren.producer.topics;

import dev.warren.contracts.Topics;
import dev.warren.producer.catalogue.PatternDescription;
import java.util.List;
import org.springframework.amqp.core.Exchange;
import org.springframework.amqp.core.ExchangeBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** The publisher owns the exchange; each subscriber binds a queue to the patterns it wants. */
@Configuration(proxyBeanMethods = false)
class TopicsTopology {

  @Bean
  Exchange topicLogsExchange() {
    return ExchangeBuilder.topicExchange(Topics.EXCHANGE).durable(false).build();
  }

  @Bean
  @Order(5)
  PatternDescription topicsPattern() {
    return PatternDescription.ofExchange(
        "topics",
        "Topics",
        "Subscribers choose by pattern: facility, severity, or both",
        Topics.EXCHANGE,
        List.of("POST /api/logs/topic", "POST /api/logs/syslog"));
  }
}
