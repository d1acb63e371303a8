package dev.warren.messaging.broker;

import java.time.Duration;
import java.util.stream.Collectors;
import org.springframework.amqp.core.AmqpAdmin;
import org.springframework.amqp.core.Declarables;
import org.springframework.amqp.core.Exchange;
import org.springframework.amqp.core.Queue;
import org.springframework.amqp.rabbit.connection.AbstractConnectionFactory;
import org.springframework.amqp.rabbit.connection.ConnectionFactory;
import org.springframework.amqp.rabbit.core.RabbitAdmin;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.amqp.autoconfigure.RabbitAutoConfiguration;
import org.springframework.boot.amqp.autoconfigure.RabbitConnectionDetails;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/**
 * Knows the broker, keeps one refused declaration from hiding all the others, and declares again
 * what vanished.
 */
@AutoConfiguration(after = RabbitAutoConfiguration.class)
@EnableConfigurationProperties(TopologyProperties.class)
class BrokerAutoConfiguration {

  /** Spring's default is 30 s. */
  private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(5);

  @Bean
  static BrokerTlsCheck brokerTlsCheck(Environment environment) {
    return new BrokerTlsCheck(environment);
  }

  @Bean
  BrokerInfo brokerInfo(ConnectionFactory connections) {
    BrokerInfo info = new BrokerInfo();
    connections.addConnectionListener(info);
    return info;
  }

  @Bean
  FirstConnection firstConnection(
      ConnectionFactory connections, RabbitConnectionDetails details, Environment environment) {
    return new FirstConnection(connections, DefaultPassword.isShown(details, environment));
  }

  /** A broker that blocks a connection, or is stopped, does not answer when it is closed. */
  @Bean
  SmartInitializingSingleton boundedClosing(ObjectProvider<AbstractConnectionFactory> factories) {
    return () ->
        factories.forEach(factory -> factory.setCloseTimeout((int) CLOSE_TIMEOUT.toMillis()));
  }

  /**
   * A queue that somebody declared otherwise is logged and left as it is; without this the
   * connection itself would fail.
   */
  @Bean
  SmartInitializingSingleton tolerantDeclarations(ObjectProvider<RabbitAdmin> admins) {
    return () -> admins.forEach(admin -> admin.setIgnoreDeclarationExceptions(true));
  }

  @Bean
  OwnTopology ownTopology(
      ObjectProvider<Exchange> exchanges,
      ObjectProvider<Queue> queues,
      ObjectProvider<Declarables> groups) {
    return OwnTopology.of(exchanges.stream(), queues.stream(), groups.stream().toList());
  }

  @Bean
  TopologyRepair topologyRepair(
      ObjectProvider<AmqpAdmin> admins, OwnTopology topology, TopologyProperties properties) {
    TopologyRepair repair =
        new TopologyRepair(
            topology.names().collect(Collectors.toSet()),
            () -> admins.forEach(AmqpAdmin::initialize));
    repair.every(properties.repairInterval());
    return repair;
  }
}
