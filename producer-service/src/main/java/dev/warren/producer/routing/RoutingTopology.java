package dev.warren.producer.routing;

import dev.warren.contracts.Routing;
import dev.warren.producer.catalogue.PatternDescription;
import java.util.List;
import org.springframework.amqp.core.Exchange;
import org.springframework.amqp.core.ExchangeBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** The publisher owns the exchange; each subscriber binds a queue to the severities it wants. */
@Configuration(proxyBeanMethods = false)
class RoutingTopology {

  @Bean
  Exchange directLogsExchange() {
    return ExchangeBuilder.directExchange(Routing.EXCHANGE).durable(false).build();
  }

  @Bean
  @Order(4)
  PatternDescription routingPattern() {
    return PatternDescription.ofExchange(
        "routing",
        "Routing",
        "Subscribers choose by severity",
        Routing.EXCHANGE,
        List.of("POST /api/logs/direct"));
  }
}
