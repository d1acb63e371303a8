package dev.warren.producer.publishing;

import static dev.warren.testkit.Bounds.soon;

import com.rabbitmq.client.Channel;
import dev.warren.producer.Api;
import dev.warren.producer.ProducerTest;
import dev.warren.testkit.TestVhost;
import dev.warren.testkit.management.ManagementClient;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/** What an operator deletes is missed by one message, and is there for the next. */
@ProducerTest
@TestPropertySource(properties = "warren.topology.repair-interval=1h") // only what is missed
class DeletedByHandIT {

  private final Api api;

  DeletedByHandIT(@LocalServerPort int port) {
    this.api = new Api(port);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '|',
      textBlock =
          """
          logs,        /api/logs,         |{"text":"x"}|
          direct_logs, /api/logs/direct,  |{"text":"x","severity":"info"}|
          topic_logs,  /api/logs/topic,   |{"text":"x","routingKey":"kern.info"}|
          header_test, /api/logs/headers, |{"text":"x","headers":{"a":1}}|
          """)
  void anExchangeIsDeclaredAgain(
      String exchange,
      String path,
      String body,
      Channel channel,
      TestVhost vhost,
      ManagementClient management)
      throws IOException {
    api.postJson(path, body).assertStatus(202);

    channel.exchangeDelete(exchange);

    api.postJson(path, body).assertProblem(503, "not-sent");
    soon().until(() -> management.exchange(vhost.name(), exchange).isPresent());
    api.postJson(path, body).assertStatus(202);
  }

  @ParameterizedTest
  @CsvSource({"hello,/api/hello", "task_queue,/api/tasks"})
  void aQueueIsDeclaredAgain(
      String queue, String path, Channel channel, TestVhost vhost, ManagementClient management)
      throws IOException {
    api.postText(path, "before").assertStatus(202);

    channel.queueDelete(queue);

    api.postText(path, "lost").assertProblem(503, "unroutable");
    soon().until(() -> management.queue(vhost.name(), queue).isPresent());
    api.postText(path, "after").assertStatus(202);
  }
}
