package dev.warren.worker.retry;

import dev.warren.messaging.broker.BrokerInfo;
import dev.warren.messaging.identity.InstanceName;
import dev.warren.messaging.publish.ConfirmedPublisher;
import dev.warren.worker.StopSignal;
import dev.warren.worker.WorkerProperties;
import java.time.Clock;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the mechanisms share, and the choice among them. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RetryProperties.class)
class RetryConfiguration {

  @Bean
  Relocation relocation(ConfirmedPublisher publisher, StopSignal stop) {
    return new Relocation(publisher, stop);
  }

  @Bean
  DeadLetters deadLetters(Relocation relocation, InstanceName worker) {
    return new DeadLetters(relocation, worker, Clock.systemUTC());
  }

  @Bean
  FirstAttempts firstAttempts() {
    return new FirstAttempts();
  }

  @Bean
  Retries retries(
      RetryProperties properties,
      WorkerProperties worker,
      BrokerInfo broker,
      ObjectProvider<RetryMechanism> mechanisms) {
    return new Retries(
        properties,
        worker.messagesPerAck() == 1,
        broker,
        mechanisms.stream()
            .collect(Collectors.toMap(RetryMechanism::mechanism, Function.identity())));
  }
}
