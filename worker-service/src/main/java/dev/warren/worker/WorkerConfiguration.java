package dev.warren.worker;

import dev.warren.messaging.identity.InstanceName;
import dev.warren.messaging.listen.ListenerCustomizer;
import dev.warren.messaging.taskevents.TaskEventsConfiguration;
import dev.warren.security.SecurityMode;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;

/** What the patterns of this service have in common. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WorkerProperties.class)
@Import(TaskEventsConfiguration.class)
class WorkerConfiguration {

  @Bean
  InstanceName workerName(WorkerProperties properties) {
    return InstanceName.orDefault(properties.name());
  }

  /** Where callers are asked who they are, what they write is nobody else's business. */
  @Bean
  LoggedText loggedText(WorkerProperties properties, Environment environment) {
    Boolean shown = properties.logTexts();
    return new LoggedText(
        shown != null ? shown : SecurityMode.of(environment) == SecurityMode.OPEN);
  }

  /** Consumers have the worker's name on the broker, so that people find whom a queue waits for. */
  @Bean
  ListenerCustomizer consumerTags(InstanceName worker) {
    AtomicLong consumers = new AtomicLong();
    return container ->
        container.setConsumerTagStrategy(
            queue -> worker + "." + queue + "." + consumers.incrementAndGet());
  }

  @Bean
  OpenAPI openApi() {
    return new OpenAPI()
        .info(
            new Info()
                .title("Warren worker")
                .description("Takes tasks from queues. This API only tells what it does with them.")
                .version("v1"));
  }
}
