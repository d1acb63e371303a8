package dev.warren.logsubscriber.subscriptions;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the admin re-declares for the run-time subscriptions. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SubscriptionsProperties.class)
class SubscriptionsConfiguration {

  @Bean
  LiveDeclarables liveDeclarables() {
    return new LiveDeclarables();
  }
}
