package dev.warren.producer.routing;

import static dev.warren.producer.Messages.assertSent;
import static org.assertj.core.api.Assertions.assertThat;

import com.rabbitmq.client.Channel;
import dev.warren.producer.Answer;
import dev.warren.producer.Api;
import dev.warren.producer.ProducerTest;
import dev.warren.testkit.MessageCollector;
import dev.warren.testkit.ReceivedMessage;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@ProducerTest
class RoutingIT {

  private final Api api;

  RoutingIT(@LocalServerPort int port) {
    this.api = new Api(port);
  }

  @Test
  void subscriberGetsTheSeveritiesItBoundAndNoOthers(Channel channel) throws IOException {
    channel.exchangeDeclare("direct_logs", "direct");
    MessageCollector subscriber = MessageCollector.bind(channel, "direct_logs", "warning", "error");
    api.postJson("/api/logs/direct", "{\"severity\":\"info\",\"text\":\"no\"}").assertStatus(202);
    Answer error =
        api.postJson("/api/logs/direct", "{\"severity\":\"error\",\"text\":\"Run.\"}")
            .assertStatus(202);
    ReceivedMessage received = subscriber.expectOne();
    assertSent(received, error.text("id"), "Run.");
    assertThat(received.routingKey()).isEqualTo("error");
    subscriber.expectNothingElse();
  }

  @Test
  void severityIsInfoUnlessSaid(Channel channel) throws IOException {
    channel.exchangeDeclare("direct_logs", "direct");
    MessageCollector subscriber = MessageCollector.bind(channel, "direct_logs", "info");
    Answer answer = api.postJson("/api/logs/direct", "{\"text\":\"by the way\"}");
    assertThat(answer.text("routingKey")).isEqualTo("info");
    assertSent(subscriber.expectOne(), answer.assertStatus(202).text("id"), "by the way");
  }

  @Test
  void severityThatNobodyBoundIsNotRouted() {
    Answer answer =
        api.postJson("/api/logs/direct", "{\"severity\":\"odd\",\"text\":\"x\"}").assertStatus(202);
    assertThat(answer.json().get("routed").asBoolean()).isFalse();
  }
}
