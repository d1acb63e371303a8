package dev.warren.worker.support;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import dev.warren.contracts.TaskEvent;
import dev.warren.contracts.TaskEvents;
import dev.warren.testkit.Bounds;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The task events of a virtual host from the first one on. */
public final class TaskEventLog {

  private final List<JsonNode> events = new CopyOnWriteArrayList<>();
  private final JsonMapper json = JsonMapper.shared();

  private TaskEventLog() {}

  /** Reads the stream until the connection is closed. */
  public static TaskEventLog read(Connection connection) throws IOException {
    TaskEventLog log = new TaskEventLog();
    Channel channel = connection.createChannel();
    channel.basicQos(100);
    channel.basicConsume(
        TaskEvents.STREAM,
        false,
        Map.of("x-stream-offset", "first"),
        (tag, delivery) -> {
          log.add(delivery.getBody());
          channel.basicAck(delivery.getEnvelope().getDeliveryTag(), false);
        },
        tag -> {});
    return log;
  }

  private void add(byte[] body) {
    for (TaskEvent event : json.readValue(body, TaskEvent[].class)) {
      event.apart().forEach(single -> events.add(json.valueToTree(single)));
    }
  }

  /** The events of a task in their order, when there are so many. */
  public List<JsonNode> await(String taskId, int count) {
    return Bounds.soon().until(() -> of(taskId), found -> found.size() >= count);
  }

  /** The events of a task so far. */
  public List<JsonNode> of(String taskId) {
    return events.stream().filter(event -> taskId.equals(event.path("taskId").asString())).toList();
  }
}
