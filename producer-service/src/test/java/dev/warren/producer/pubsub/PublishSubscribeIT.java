package dev.warren.producer.pubsub;

import static dev.warren.producer.Messages.assertSent;
import static org.assertj.core.api.Assertions.assertThat;

import com.rabbitmq.client.Channel;
import dev.warren.producer.Answer;
import dev.warren.producer.Api;
import dev.warren.producer.ProducerTest;
import dev.warren.testkit.MessageCollector;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@ProducerTest
class PublishSubscribeIT {

  private final Api api;

  PublishSubscribeIT(@LocalServerPort int port) {
    this.api = new Api(port);
  }

  @Test
  void everySubscriberGetsTheMessage(Channel one, Channel other) throws IOException {
    one.exchangeDeclare("logs", "fanout");
    MessageCollector first = MessageCollector.bind(one, "logs", "");
    MessageCollector second = MessageCollector.bind(other, "logs", "");
    Answer answer = api.postText("/api/logs", "info: hello").assertStatus(202);
    assertThat(answer.json().get("routed").asBoolean()).isTrue();
    assertThat(answer.text("outcome")).isEqualTo("confirmed");
    assertSent(first.expectOne(), answer.text("id"), "info: hello");
    assertSent(second.expectOne(), answer.text("id"), "info: hello");
    first.expectNothingElse();
  }

  @Test
  void nobodyListeningIsNoError() {
    Answer answer = api.postJson("/api/logs", "{\"text\":\"into the void\"}").assertStatus(202);
    assertThat(answer.json().get("routed").asBoolean()).isFalse();
    assertThat(answer.text("outcome")).isEqualTo("unroutable");
  }
}
