package dev.warren.messaging.listen;

import ch.qos.logback.classic.LoggerContext;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.aopalliance.intercept.MethodInvocation;
import org.slf4j.LoggerFactory;
import org.springframework.amqp.rabbit.config.ContainerCustomizer;
import org.springframework.amqp.rabbit.listener.DirectMessageListenerContainer;
import org.springframework.amqp.rabbit.listener.SimpleMessageListenerContainer;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.amqp.autoconfigure.RabbitAutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.context.LifecycleProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Hands {@link ListenerDefaults} to Boot's two container factories. */
@AutoConfiguration(before = RabbitAutoConfiguration.class)
@EnableConfigurationProperties(LifecycleProperties.class)
class ListenAutoConfiguration {

  @Bean
  ListenerDefaults listenerDefaults(
      LifecycleProperties lifecycle,
      ObjectProvider<ListenerAdvice> advice,
      ObjectProvider<ListenerCustomizer> customizers) {
    return new ListenerDefaults(
        lifecycle.getTimeoutPerShutdownPhase(),
        advice.orderedStream().toList(),
        customizers.orderedStream().toList());
  }

  @Bean
  @Order // innermost, so that it measures the listener alone
  ListenerAdvice listenerMeters(MeterRegistry registry) {
    return new ListenerMeters(registry, Clock.systemUTC());
  }

  @Bean
  @Order(Ordered.HIGHEST_PRECEDENCE)
  ListenerAdvice messageIdsInLog(@Value("${logging.structured.format.console:}") String format) {
    return format.isEmpty() ? listener -> MethodInvocation::proceed : new MessageIdsInLog();
  }

  @Bean
  DisposableBean knownRejections() {
    return LoggerFactory.getILoggerFactory() instanceof LoggerContext logs
        ? KnownRejections.installIn(logs)
        : () -> {};
  }

  @Bean
  ContainerCustomizer<SimpleMessageListenerContainer> simpleContainers(ListenerDefaults defaults) {
    return defaults::apply;
  }

  @Bean
  ContainerCustomizer<DirectMessageListenerContainer> directContainers(ListenerDefaults defaults) {
    return defaults::apply;
  }

  @Bean(name = RawBodyConverter.NAME, defaultCandidate = false)
  RawBodyConverter rawBodyConverter() {
    return new RawBodyConverter();
  }
}
