package dev.warren.logsubscriber.headers;

import dev.warren.logsubscriber.subscriptions.Interest;
import dev.warren.logsubscriber.subscriptions.StartupSubscriptions;
import java.util.List;
import org.springframework.amqp.core.AnonymousQueue;
import org.springframework.amqp.core.Base64UrlNamingStrategy;
import org.springframework.amqp.core.Binding;
import org.springframework.amqp.core.HeadersExchange;
import org.springframework.amqp.core.Queue;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Two receivers, so two queues, each with the binding that the settings ask for. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(HeadersProperties.class)
@Import(HeadersListener.class)
class HeadersReceivers {

  @Bean
  Queue headersScreenQueue() {
    return new AnonymousQueue(new Base64UrlNamingStrategy("log-subscriber.headers.screen."));
  }

  @Bean
  Queue headersFileQueue() {
    return new AnonymousQueue(new Base64UrlNamingStrategy("log-subscriber.headers.file."));
  }

  @Bean
  Binding headersScreenBinding(
      Queue headersScreenQueue, HeadersExchange headerTest, HeadersProperties settings) {
    return bind(headersScreenQueue, headerTest, settings);
  }

  @Bean
  Binding headersFileBinding(
      Queue headersFileQueue, HeadersExchange headerTest, HeadersProperties settings) {
    return bind(headersFileQueue, headerTest, settings);
  }

  @Bean
  StartupSubscriptions headersSubscriptions(
      Queue headersScreenQueue, Queue headersFileQueue, HeadersProperties settings) {
    return StartupSubscriptions.screenAndFile(
        HeadersTopology.PATTERN, interest(settings), headersScreenQueue, headersFileQueue);
  }

  private static Binding bind(Queue queue, HeadersExchange exchange, HeadersProperties settings) {
    return HeadersTopology.bind(queue, exchange, interest(settings));
  }

  private static Interest interest(HeadersProperties settings) {
    return StartupSubscriptions.interest(
        "WARREN_HEADERS or WARREN_HEADERS_MATCH",
        () ->
            HeadersTopology.complete(
                new Interest(List.of(), settings.headers(), settings.match())));
  }
}
