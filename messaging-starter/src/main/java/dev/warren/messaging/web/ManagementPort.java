package dev.warren.messaging.web;

import org.springframework.boot.actuate.autoconfigure.web.ManagementContextConfiguration;
import org.springframework.boot.actuate.autoconfigure.web.ManagementContextType;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;

/** What is refused where health and metrics have a port of their own, whose filters are its own. */
@ManagementContextConfiguration(value = ManagementContextType.CHILD, proxyBeanMethods = false)
class ManagementPort {

  @Bean
  MalformedPathFilter managementMalformedPathFilter() {
    return new MalformedPathFilter(ProblemAnswer.withoutBody());
  }

  @Bean
  NestedHealthFilter managementNestedHealthFilter() {
    return new NestedHealthFilter(ProblemAnswer.withoutBody());
  }

  /** Nothing there reads a body. */
  @Bean
  WebServerFactoryCustomizer<TomcatServletWebServerFactory> managementBodiesAreNotWaitedFor(
      HttpProperties properties) {
    return factory -> factory.addEngineValves(new UnreadBodyValve(properties.unreadBodyTime()));
  }
}
