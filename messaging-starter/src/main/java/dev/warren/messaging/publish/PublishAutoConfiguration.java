package dev.warren.messaging.publish;

import dev.warren.messaging.broker.TopologyRepair;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.stream.Collectors;
import org.springframework.amqp.core.Exchange;
import org.springframework.amqp.core.Queue;
import org.springframework.amqp.rabbit.connection.ConnectionFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.amqp.autoconfigure.RabbitAutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/** Gives each service a {@link ConfirmedPublisher} and the messages to send with it. */
@AutoConfiguration(after = RabbitAutoConfiguration.class)
@EnableConfigurationProperties(PublisherProperties.class)
class PublishAutoConfiguration {

  @Bean
  @ConditionalOnMissingBean
  ConfirmedPublisher confirmedPublisher(
      ConnectionFactory connections,
      PublisherProperties properties,
      ObjectProvider<Exchange> exchanges,
      ObjectProvider<Queue> queues,
      TopologyRepair topology,
      MeterRegistry registry) {
    Destinations destinations =
        new Destinations(
            exchanges.stream().map(Exchange::getName).collect(Collectors.toSet()),
            queues.stream()
                .filter(queue -> !queue.isExclusive())
                .map(Queue::getName)
                .collect(Collectors.toSet()));
    return new SharedChannelPublisher(
        connections, properties, destinations, topology::missing, registry);
  }

  @Bean
  @ConditionalOnMissingBean
  OutgoingMessages outgoingMessages(@Value("${spring.application.name:warren}") String appId) {
    return new OutgoingMessages(appId, Clock.systemUTC());
  }
}
