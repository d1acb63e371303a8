package dev.warren.messaging.web.sse;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** One {@link SseBroadcaster} for a service that imports this. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SseProperties.class)
public class SseConfiguration {

  @Bean
  SseBroadcaster sseBroadcaster(SseProperties properties) {
    return new SseBroadcaster(properties);
  }

  @Bean
  MeterBinder sseClientsMeter(SseBroadcaster broadcaster) {
    return registry ->
        Gauge.builder("warren.sse.clients", broadcaster, SseBroadcaster::clients)
            .description("Connected clients of event streams")
            .register(registry);
  }

  @Bean
  WebServerFactoryCustomizer<TomcatServletWebServerFactory> abortableStreams() {
    return factory -> factory.addEngineValves(new AbortValve());
  }
}
