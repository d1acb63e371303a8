package dev.warren.messaging.broker;

import org.springframework.amqp.rabbit.connection.ConnectionFactory;
import org.springframework.amqp.rabbit.core.RabbitAdmin;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.amqp.autoconfigure.RabbitAutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;

/** Knows the broker, and keeps one refused declaration from hiding all the others. */
@AutoConfiguration(after = RabbitAutoConfiguration.class)
class BrokerAutoConfiguration {

  @Bean
  BrokerInfo brokerInfo(ConnectionFactory connections) {
    BrokerInfo info = new BrokerInfo();
    connections.addConnectionListener(info);
    return info;
  }

  /**
   * A queue that somebody declared otherwise is logged and left as it is; without this the
   * connection itself would fail.
   */
  @Bean
  SmartInitializingSingleton tolerantDeclarations(ObjectProvider<RabbitAdmin> admins) {
    return () -> admins.forEach(admin -> admin.setIgnoreDeclarationExceptions(true));
  }
}
