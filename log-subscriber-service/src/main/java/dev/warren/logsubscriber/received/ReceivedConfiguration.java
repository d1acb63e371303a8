package dev.warren.logsubscriber.received;

import dev.warren.messaging.web.sse.SseConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Switches on the event streams. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ReceivedProperties.class)
@Import(SseConfiguration.class)
class ReceivedConfiguration {}
