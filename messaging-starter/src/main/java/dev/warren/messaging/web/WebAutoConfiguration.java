package dev.warren.messaging.web;

import org.apache.coyote.ContinueResponseTiming;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.actuate.autoconfigure.web.server.ConditionalOnManagementPort;
import org.springframework.boot.actuate.autoconfigure.web.server.ManagementPortType;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** Problems, strict JSON and body limits for every service with a REST API. */
@AutoConfiguration(
    before = {
      JacksonAutoConfiguration.class,
      WebMvcAutoConfiguration.class,
      ErrorMvcAutoConfiguration.class
    })
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@EnableConfigurationProperties({HttpProperties.class, ConcurrencyProperties.class})
class WebAutoConfiguration {

  @Bean
  ProblemAdvice problemAdvice() {
    return new ProblemAdvice();
  }

  @Bean
  ProblemErrorController problemErrorController() {
    return new ProblemErrorController();
  }

  @Bean
  StrictJson strictJson() {
    return new StrictJson();
  }

  @Bean
  MalformedPathFilter malformedPathFilter(
      @Qualifier("handlerExceptionResolver") ObjectProvider<HandlerExceptionResolver> resolver) {
    return new MalformedPathFilter(ProblemAnswer.by(resolver));
  }

  /** Where health has a port of its own, {@link ManagementPort} has this filter. */
  @Bean
  @ConditionalOnManagementPort(ManagementPortType.SAME)
  NestedHealthFilter nestedHealthFilter(
      @Qualifier("handlerExceptionResolver") ObjectProvider<HandlerExceptionResolver> resolver) {
    return new NestedHealthFilter(ProblemAnswer.by(resolver));
  }

  @Bean
  BodyLimitFilter bodyLimitFilter(
      HttpProperties properties,
      @Qualifier("handlerExceptionResolver") ObjectProvider<HandlerExceptionResolver> resolver) {
    return new BodyLimitFilter(properties, resolver);
  }

  @Bean
  WebServerFactoryCustomizer<TomcatServletWebServerFactory> unreadBodiesAreNotWaitedFor(
      HttpProperties properties) {
    return factory -> factory.addEngineValves(new UnreadBodyValve(properties.unreadBodyTime()));
  }

  @Bean
  WebServerFactoryCustomizer<TomcatServletWebServerFactory> slowBodiesAreNotWaitedFor(
      HttpProperties properties) {
    return factory -> {
      factory.setProtocol(InputEndingProtocol.class.getName());
      factory.addEngineValves(new BodyTimeValve(properties));
    };
  }

  @Bean
  FarewellFilter farewellFilter(HttpProperties properties) {
    return new FarewellFilter(properties.farewellTime());
  }

  @Bean
  ContentTypeFilter contentTypeFilter(
      @Qualifier("handlerExceptionResolver") ObjectProvider<HandlerExceptionResolver> resolver) {
    return new ContentTypeFilter(resolver);
  }

  @Bean
  ConcurrencyLimits concurrencyLimits(ConcurrencyProperties properties) {
    return ConcurrencyLimits.of(properties);
  }

  @Bean
  ConcurrencyLimitFilter concurrencyLimitFilter(
      ConcurrencyLimits limits,
      @Qualifier("handlerExceptionResolver") ObjectProvider<HandlerExceptionResolver> resolver) {
    return new ConcurrencyLimitFilter(limits, resolver);
  }

  /** Forms have no parameters: nobody sends any, and Tomcat would read 2 MB past our limits. */
  @Bean
  WebServerFactoryCustomizer<TomcatServletWebServerFactory> formsAreNotRead() {
    return factory ->
        factory.addConnectorCustomizers(connector -> connector.setParseBodyMethods(""));
  }

  /** A client that asks before it sends (curl does, from 1 MB on) is refused before it has sent. */
  @Bean
  WebServerFactoryCustomizer<TomcatServletWebServerFactory> continueOnlyWhenRead() {
    return factory ->
        factory.addConnectorCustomizers(
            connector ->
                connector.setProperty(
                    "continueResponseTiming",
                    ContinueResponseTiming.ON_REQUEST_BODY_READ.toString()));
  }
}
