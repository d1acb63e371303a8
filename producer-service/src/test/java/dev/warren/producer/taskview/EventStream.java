package dev.warren.producer.taskview;

import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.Channel;
import dev.warren.contracts.TaskEvent;
import dev.warren.contracts.TaskEvents;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** Writes to the stream as any client could. */
record EventStream(Channel channel) {

  private static final JsonMapper JSON = JsonMapper.shared();

  void append(TaskEvent... events) throws IOException {
    append(JSON.writeValueAsString(List.of(events)));
  }

  void append(String body) throws IOException {
    append(body, new BasicProperties());
  }

  void append(String body, BasicProperties properties) throws IOException {
    channel.basicPublish("", TaskEvents.STREAM, properties, body.getBytes(StandardCharsets.UTF_8));
  }
}
