package dev.warren.logsubscriber.topics;

import dev.warren.logsubscriber.subscriptions.Interest;
import dev.warren.logsubscriber.subscriptions.StartupSubscriptions;
import org.springframework.amqp.core.AnonymousQueue;
import org.springframework.amqp.core.Base64UrlNamingStrategy;
import org.springframework.amqp.core.Declarables;
import org.springframework.amqp.core.Queue;
import org.springframework.amqp.core.TopicExchange;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Two receivers, so two queues, each with the bindings that the settings ask for. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TopicsProperties.class)
@Import(TopicsListener.class)
class TopicsReceivers {

  @Bean
  Queue topicScreenQueue() {
    return new AnonymousQueue(new Base64UrlNamingStrategy("log-subscriber.topic.screen."));
  }

  @Bean
  Queue topicFileQueue() {
    return new AnonymousQueue(new Base64UrlNamingStrategy("log-subscriber.topic.file."));
  }

  @Bean
  Declarables topicScreenBindings(
      Queue topicScreenQueue, TopicExchange topicLogs, TopicsProperties settings) {
    return new Declarables(TopicsTopology.bind(topicScreenQueue, topicLogs, settings.topic()));
  }

  @Bean
  Declarables topicFileBindings(
      Queue topicFileQueue, TopicExchange topicLogs, TopicsProperties settings) {
    return new Declarables(TopicsTopology.bind(topicFileQueue, topicLogs, settings.topic()));
  }

  @Bean
  StartupSubscriptions topicSubscriptions(
      Queue topicScreenQueue, Queue topicFileQueue, TopicsProperties settings) {
    return StartupSubscriptions.screenAndFile(
        TopicsTopology.PATTERN,
        StartupSubscriptions.interest("WARREN_TOPIC_KEYS", () -> Interest.inKeys(settings.topic())),
        topicScreenQueue,
        topicFileQueue);
  }
}
