package dev.warren.producer.idempotency;

import dev.warren.messaging.publish.MessageIds;
import dev.warren.messaging.web.HttpProperties;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** The filter, what it keeps, and the ids that it decides on. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@EnableConfigurationProperties(IdempotencyProperties.class)
class IdempotencyConfiguration {

  private final Clock clock = Clock.systemUTC();

  @Bean
  KeyTable idempotencyKeyTable(JdbcClient jdbc) {
    return new KeyTable(jdbc);
  }

  @Bean
  IdempotencyKeys idempotencyKeys(
      KeyTable table, IdempotencyProperties properties, MeterRegistry registry) {
    return new IdempotencyKeys(table, properties, clock, registry);
  }

  @Bean
  IdempotencyKeyFilter idempotencyKeyFilter(
      IdempotencyKeys keys,
      HttpProperties http,
      @Qualifier("handlerExceptionResolver") ObjectProvider<HandlerExceptionResolver> resolver) {
    return new IdempotencyKeyFilter(keys, http, resolver);
  }

  @Bean
  MessageIds requestIds() {
    return new RequestIds();
  }

  @Bean
  KeyPurge idempotencyKeyPurge(
      KeyTable table, TransactionOperations transactions, IdempotencyProperties properties) {
    return new KeyPurge(table, transactions, properties, clock);
  }

  @Bean
  KeyDocumentation idempotencyKeyDocumentation(HttpProperties http) {
    return new KeyDocumentation(http);
  }
}
