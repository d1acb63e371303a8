package dev.warren.producer.headers;

import dev.warren.contracts.HeaderRouting;
import dev.warren.producer.catalogue.PatternDescription;
import java.util.List;
import org.springframework.amqp.core.Exchange;
import org.springframework.amqp.core.ExchangeBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** The publisher owns the exchange; each subscriber binds a queue to the headers it wants. */
@Configuration(proxyBeanMethods = false)
class HeadersTopology {

  @Bean
  Exchange headerTestExchange() {
    return ExchangeBuilder.headersExchange(HeaderRouting.EXCHANGE).durable(false).build();
  }

  @Bean
  @Order(6)
  PatternDescription headersPattern() {
    return PatternDescription.ofExchange(
        "headers",
        "Headers",
        "Subscribers choose by message headers, all of them or any",
        HeaderRouting.EXCHANGE,
        List.of("POST /api/logs/headers"));
  }
}
