package dev.warren.producer.pubsub;

import dev.warren.contracts.PublishSubscribe;
import dev.warren.producer.catalogue.PatternDescription;
import java.util.List;
import org.springframework.amqp.core.Exchange;
import org.springframework.amqp.core.ExchangeBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** The publisher owns the exchange; each subscriber brings a queue. */
@Configuration(proxyBeanMethods = false)
class PublishSubscribeTopology {

  @Bean
  Exchange logsExchange() {
    return ExchangeBuilder.fanoutExchange(PublishSubscribe.EXCHANGE).durable(false).build();
  }

  @Bean
  @Order(3)
  PatternDescription publishSubscribePattern() {
    return PatternDescription.ofExchange(
        "publish-subscribe",
        "Publish/Subscribe",
        "Every subscriber gets every message",
        PublishSubscribe.EXCHANGE,
        List.of("POST /api/logs"));
  }
}
