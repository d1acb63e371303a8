package dev.warren.messaging.taskevents;

import static dev.warren.testkit.Bounds.soon;
import static org.assertj.core.api.Assertions.assertThat;

import com.rabbitmq.client.Channel;
import dev.warren.contracts.TaskEvent;
import dev.warren.contracts.TaskEvents;
import dev.warren.testkit.BrokerTest;
import dev.warren.testkit.TestVhost;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@BrokerTest
class TaskEventPublisherIT {

  private static final JsonMapper JSON = JsonMapper.shared();

  @Test
  void theLastEventsAreOnTheStreamInOrderWhenTheServiceHasStopped(TestVhost vhost, Channel channel)
      throws IOException {
    try (ConfigurableApplicationContext service = start(vhost)) {
      service.getBean(TaskEventPublisher.class).publishAll(events(5000));
    }

    List<String> ids = read(channel);
    soon().until(() -> ids.size() >= 5000);
    assertThat(ids).isEqualTo(events(5000).stream().map(TaskEvent::taskId).toList());
  }

  @Test
  void eventsWaitForAStreamThatIsMissing(TestVhost vhost, Channel channel) throws IOException {
    try (ConfigurableApplicationContext service = start(vhost)) {
      TaskEventPublisher publisher = service.getBean(TaskEventPublisher.class);
      channel.queueDelete(TaskEvents.STREAM);

      publisher.publishAll(events(3));
      channel.queueDeclare(TaskEvents.STREAM, true, false, false, Map.of("x-queue-type", "stream"));

      List<String> ids = read(channel);
      soon().until(() -> ids.size() >= 3);
      assertThat(ids).containsExactly("task-0", "task-1", "task-2");
    }
  }

  private static List<String> read(Channel channel) throws IOException {
    List<String> ids = new CopyOnWriteArrayList<>();
    channel.basicQos(100);
    channel.basicConsume(
        TaskEvents.STREAM,
        false,
        Map.of("x-stream-offset", "first"),
        (tag, message) -> {
          JSON.readValue(message.getBody(), new TypeReference<List<TaskEvent>>() {})
              .forEach(event -> ids.add(event.taskId()));
          channel.basicAck(message.getEnvelope().getDeliveryTag(), false);
        },
        tag -> {});
    return ids;
  }

  private static ConfigurableApplicationContext start(TestVhost vhost) {
    return new SpringApplicationBuilder(Service.class)
        .run(
            "--server.port=0",
            "--spring.rabbitmq.host=" + vhost.broker().host(),
            "--spring.rabbitmq.port=" + vhost.broker().port(),
            "--spring.rabbitmq.username=" + vhost.broker().username(),
            "--spring.rabbitmq.password=" + vhost.broker().password(),
            "--spring.rabbitmq.virtual-host=" + vhost.name());
  }

  private static List<TaskEvent> events(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> TaskEvent.submitted("task-" + i, "some work", Instant.EPOCH))
        .toList();
  }

  @EnableAutoConfiguration
  @Import(TaskEventsConfiguration.class)
  static class Service {}
}
