package dev.warren.logsubscriber.headers;

import dev.warren.contracts.HeaderRouting;
import dev.warren.logsubscriber.subscriptions.Interest;
import dev.warren.logsubscriber.subscriptions.SubscriptionPattern;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.amqp.core.Binding;
import org.springframework.amqp.core.Binding.DestinationType;
import org.springframework.amqp.core.HeadersExchange;
import org.springframework.amqp.core.Queue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The headers exchange and how queues are bound to it: with the headers that they compare. */
@Configuration(proxyBeanMethods = false)
class HeadersTopology {

  static final String PATTERN = "headers";

  @Bean
  HeadersExchange headerTest() {
    return new HeadersExchange(HeaderRouting.EXCHANGE, false, false);
  }

  @Bean
  SubscriptionPattern headersPattern(HeadersExchange headerTest) {
    return new HeadersPattern(headerTest);
  }

  /**
   * The binding's arguments are the headers to compare, and {@code x-match} for how. ({@code
   * BindingBuilder} knows {@code all} and {@code any} only.)
   */
  static Binding bind(Queue queue, HeadersExchange exchange, Interest interest) {
    Map<String, @Nullable Object> arguments = new LinkedHashMap<>(interest.headers());
    arguments.put("x-match", HeaderMatch.of(interest.match()).argument());
    return new Binding(queue.getName(), DestinationType.QUEUE, exchange.getName(), "", arguments);
  }

  /** Refuses what no message can match. */
  static Interest complete(Interest interest) {
    HeaderMatch match = HeaderMatch.of(interest.match());
    match.requireSomething(interest.headers());
    return new Interest(List.of(), interest.headers(), match.argument());
  }

  private record HeadersPattern(HeadersExchange exchange) implements SubscriptionPattern {

    @Override
    public String name() {
      return PATTERN;
    }

    @Override
    public Interest complete(Interest interest) {
      interest.refuseKeys(PATTERN);
      return HeadersTopology.complete(interest);
    }

    @Override
    public List<Binding> bindings(Queue queue, Interest interest) {
      return List.of(bind(queue, exchange, interest));
    }
  }
}
