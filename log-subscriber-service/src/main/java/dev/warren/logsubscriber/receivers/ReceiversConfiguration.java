package dev.warren.logsubscriber.receivers;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The file that the file receiver writes. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LogFileProperties.class)
class ReceiversConfiguration {

  @Bean
  LogFile logFile(LogFileProperties properties) {
    return new LogFile(properties);
  }
}
