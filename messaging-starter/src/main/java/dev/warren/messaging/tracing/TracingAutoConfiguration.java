package dev.warren.messaging.tracing;

import dev.warren.messaging.listen.ListenerAdvice;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.exporter.SpanExportingPredicate;
import io.micrometer.tracing.propagation.Propagator;
import java.util.regex.Pattern;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.micrometer.tracing.autoconfigure.MicrometerTracingAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Traces messages as Boot traces requests, if it does. */
@AutoConfiguration(after = MicrometerTracingAutoConfiguration.class)
public class TracingAutoConfiguration {

  private static final Pattern WATCHED = Pattern.compile("/(actuator|livez|readyz)");

  @Bean
  @ConditionalOnBean(Tracer.class)
  MessageTracing messageTracing(Tracer tracer, Propagator propagator) {
    return new MessageTracing(tracer, propagator);
  }

  @Bean
  @ConditionalOnMissingBean
  MessageTracing noMessageTracing() {
    return MessageTracing.OFF;
  }

  @Bean
  @Order(Ordered.HIGHEST_PRECEDENCE) // outermost, so that all that is logged is in the trace
  @ConditionalOnBean(Tracer.class)
  ListenerAdvice listenerTracing(MessageTracing tracing) {
    return listener -> new ListenerTracing(tracing, listener);
  }

  /** Prometheus and the health checks ask every few seconds. */
  @Bean
  SpanExportingPredicate noTracesOfWatchers() {
    return span -> !WATCHED.matcher(span.getTags().getOrDefault("uri", "")).lookingAt();
  }
}
