package dev.warren.producer.deadletters;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.GetResponse;
import dev.warren.contracts.Orders;
import dev.warren.producer.Answer;
import dev.warren.producer.Api;
import dev.warren.producer.ProducerTest;
import java.io.IOException;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What no worker could use of an order's events. */
@ProducerTest
class OrderLettersIT {

  @Test
  void anEventGoesBackToItsQueueAndMakesNoTask(@LocalServerPort int port, Channel channel)
      throws IOException {
    Letters.put(channel, Orders.DEAD_LETTER_QUEUE, Letters.failed("event"), "{}".getBytes(UTF_8));
    Api api = new Api(port);

    Answer answer = api.postJson("/api/dead-letters/event/replay", "").assertStatus(200);

    assertThat(answer.text("queue")).isEqualTo(Orders.DEAD_LETTER_QUEUE);
    GetResponse event = Objects.requireNonNull(channel.basicGet(Orders.QUEUE, true));
    assertThat(event.getProps().getMessageId()).isEqualTo("event");
    api.get("/api/tasks/event").assertProblem(404, "not-found");
  }
}
