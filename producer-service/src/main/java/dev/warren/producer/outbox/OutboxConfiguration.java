package dev.warren.producer.outbox;

import dev.warren.messaging.publish.ConfirmedPublisher;
import dev.warren.messaging.publish.MessageIds;
import dev.warren.messaging.publish.OutgoingMessages;
import dev.warren.messaging.tracing.MessageTracing;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.json.JsonMapper;

/** The outbox with its two sides, those who write and the relay. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@EnableConfigurationProperties(OutboxProperties.class)
class OutboxConfiguration {

  private final Clock clock = Clock.systemUTC();

  @Bean
  Wakeup outboxWakeup() {
    return new Wakeup();
  }

  @Bean
  Outbox outbox(JdbcClient jdbc, Wakeup outboxWakeup, MessageIds ids, MessageTracing tracing) {
    return new Outbox(jdbc, clock, outboxWakeup, ids, tracing);
  }

  @Bean
  Orders orders(
      JdbcClient jdbc,
      TransactionOperations transactions,
      Outbox outbox,
      JsonMapper json,
      MessageIds ids) {
    return new Orders(jdbc, transactions, outbox, json, ids, clock);
  }

  @Bean
  OutboxTable outboxTable(JdbcClient jdbc) {
    return new OutboxTable(jdbc);
  }

  @Bean
  OutboxRelay outboxRelay(
      OutboxTable table,
      TransactionOperations transactions,
      ConfirmedPublisher publisher,
      OutgoingMessages messages,
      OutboxProperties properties) {
    return new OutboxRelay(table, transactions, publisher, messages, properties, clock);
  }

  @Bean
  RelayLoop outboxRelayLoop(
      OutboxRelay relay, Wakeup outboxWakeup, OutboxProperties properties, MeterRegistry registry) {
    return new RelayLoop(relay, outboxWakeup, properties, registry);
  }

  @Bean
  OutboxWatch outboxWatch(OutboxTable table, OutboxProperties properties, MeterRegistry registry) {
    return new OutboxWatch(table, properties, clock, registry);
  }
}
