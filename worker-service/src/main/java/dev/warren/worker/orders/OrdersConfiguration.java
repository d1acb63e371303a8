package dev.warren.worker.orders;

import dev.warren.contracts.Orders;
import dev.warren.messaging.identity.InstanceName;
import dev.warren.messaging.listen.ListenerCustomizer;
import dev.warren.worker.StopSignal;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.json.JsonMapper;

/** The consumer, put together. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@EnableConfigurationProperties(OrdersProperties.class)
class OrdersConfiguration {

  @Bean
  ListenerCustomizer ordersContainer(OrdersProperties properties) {
    return container -> {
      if (Orders.QUEUE.equals(container.getListenerId())) {
        container.setPrefetchCount(properties.prefetch());
      }
    };
  }

  @Bean
  ProcessedMessages processedMessages(JdbcClient jdbc) {
    return new ProcessedMessages(jdbc, Clock.systemUTC());
  }

  @Bean
  IdPurge idPurge(ProcessedMessages processed, OrdersProperties properties) {
    return new IdPurge(processed, properties);
  }

  @Bean
  Shipments shipments(JdbcClient jdbc, InstanceName worker) {
    return new Shipments(jdbc, worker.value(), Clock.systemUTC());
  }

  @Bean
  OrderHandler orderHandler(
      TransactionOperations transactions,
      ProcessedMessages processed,
      Shipments shipments,
      MeterRegistry registry) {
    return new OrderHandler(transactions, processed, shipments, registry);
  }

  @Bean
  DatabasePatience databasePatience(StopSignal stop) {
    return new DatabasePatience(stop);
  }

  @Bean
  OrderListener orderListener(JsonMapper json, OrderHandler handler, DatabasePatience patience) {
    return new OrderListener(new OrderMessages(json), handler, patience);
  }
}
