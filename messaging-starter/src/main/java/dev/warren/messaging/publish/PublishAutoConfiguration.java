package dev.warren.messaging.publish;

import dev.warren.messaging.broker.OwnTopology;
import dev.warren.messaging.broker.TopologyRepair;
import dev.warren.messaging.tracing.MessageTracing;
import dev.warren.messaging.tracing.TracingAutoConfiguration;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.tracing.Tracer;
import java.time.Clock;
import java.util.stream.Collectors;
import org.springframework.amqp.core.Exchange;
import org.springframework.amqp.core.Queue;
import org.springframework.amqp.rabbit.connection.ConnectionFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.amqp.autoconfigure.ConnectionFactoryCustomizer;
import org.springframework.boot.amqp.autoconfigure.RabbitAutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** Gives each service a {@link ConfirmedPublisher} and the messages to send with it. */
@AutoConfiguration(after = {RabbitAutoConfiguration.class, TracingAutoConfiguration.class})
@EnableConfigurationProperties(PublisherProperties.class)
class PublishAutoConfiguration {

  @Bean
  @ConditionalOnMissingBean(ConfirmedPublisher.class)
  SharedChannelPublisher confirmedPublisher(
      ConnectionFactory connections,
      PublisherProperties properties,
      Destinations destinations,
      TopologyRepair topology,
      MeterRegistry registry) {
    return new SharedChannelPublisher(
        connections, properties, destinations, topology::missing, registry);
  }

  /** The health component {@code publishing}. */
  @Bean("publishing")
  @ConditionalOnBean(SharedChannelPublisher.class)
  PublisherHealthIndicator publisherHealth(
      SharedChannelPublisher publisher, PublisherProperties properties) {
    return new PublisherHealthIndicator(publisher, properties);
  }

  /** A connection with TLS has a factory already, that of its SSL context, and keeps it. */
  @Bean
  ConnectionFactoryCustomizer coalescedWrites() {
    return factory -> {
      if (!factory.isSSL()) {
        factory.setSocketFactory(new CoalescingSocketFactory());
      }
    };
  }

  @Bean
  Destinations destinations(OwnTopology topology) {
    return new Destinations(
        topology.exchanges().stream().map(Exchange::getName).collect(Collectors.toSet()),
        topology.queues().stream()
            .filter(queue -> !queue.isExclusive())
            .map(Queue::getName)
            .collect(Collectors.toSet()));
  }

  /** In front of the other one where there is tracing; the bulk path is to cost nothing else. */
  @Bean
  @Primary
  @ConditionalOnBean({Tracer.class, SharedChannelPublisher.class})
  ConfirmedPublisher tracedPublisher(
      SharedChannelPublisher publisher, Destinations destinations, MessageTracing tracing) {
    return new TracedPublisher(publisher, destinations, tracing);
  }

  @Bean
  @ConditionalOnMissingBean
  MessageIds messageIds() {
    return MessageIds.RANDOM;
  }

  @Bean
  @ConditionalOnMissingBean
  OutgoingMessages outgoingMessages(
      @Value("${spring.application.name:warren}") String appId, MessageIds ids) {
    return new OutgoingMessages(appId, Clock.systemUTC(), ids);
  }
}
