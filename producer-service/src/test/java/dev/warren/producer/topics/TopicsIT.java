package dev.warren.producer.topics;

import static dev.warren.producer.Messages.assertSent;
import static org.assertj.core.api.Assertions.assertThat;

import com.rabbitmq.client.Channel;
import dev.warren.producer.Answer;
import dev.warren.producer.Api;
import dev.warren.producer.ProducerTest;
import dev.warren.testkit.MessageCollector;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Which binding gets which key, as the broker really does it; docs/patterns/topics.md has it. */
@ProducerTest
class TopicsIT {

  private static final String LOG = "{\"routingKey\":\"%s\",\"text\":\"about %s\"}";

  private final Api api;

  TopicsIT(@LocalServerPort int port) {
    this.api = new Api(port);
  }

  @ParameterizedTest(name = "{0} gets {1}: {2}")
  @CsvSource({
    "*.orange.*, quick.orange.rabbit, true",
    "*.*.rabbit, quick.orange.rabbit, true",
    "lazy.#, quick.orange.rabbit, false",
    "*.orange.*, lazy.orange.elephant, true",
    "lazy.#, lazy.orange.elephant, true",
    "*.*.rabbit, lazy.orange.elephant, false",
    "*.orange.*, quick.orange.fox, true",
    "lazy.#, quick.orange.fox, false",
    "lazy.#, lazy.brown.fox, true",
    "*.orange.*, lazy.brown.fox, false",
    "lazy.#, lazy.pink.rabbit, true",
    "*.orange.*, quick.brown.fox, false",
    "*.orange.*, orange, false",
    "*.orange.*, quick.orange.male.rabbit, false",
    "*.*.rabbit, quick.orange.male.rabbit, false",
    "lazy.#, lazy.orange.male.rabbit, true",
    "#.*, .., true",
    "#.*, word, true",
    "#.*, '', false",
    "a.*.#, a, false",
    "a.*.#, a.b, true",
    "a.#, a, true",
    "a.#, a.b, true",
    "#, '', true",
    "*, '', false",
    "*, word, true",
    "*.*, ., true",
  })
  void bindingGetsKey(String binding, String key, boolean gets, Channel channel)
      throws IOException {
    channel.exchangeDeclare("topic_logs", "topic");
    MessageCollector subscriber = MessageCollector.bind(channel, "topic_logs", binding);
    Answer answer = api.postJson("/api/logs/topic", LOG.formatted(key, key)).assertStatus(202);
    assertThat(answer.json().get("routed").asBoolean()).isEqualTo(gets);
    if (gets) {
      assertSent(subscriber.expectOne(), answer.text("id"), "about " + key);
    }
    subscriber.expectNothingElse();
  }

  @Test
  void queueThatMatchesTwiceGetsTheMessageOnce(Channel channel) throws IOException {
    channel.exchangeDeclare("topic_logs", "topic");
    MessageCollector subscriber =
        MessageCollector.bind(channel, "topic_logs", "*.*.rabbit", "lazy.#");
    Answer answer =
        api.postJson("/api/logs/topic", LOG.formatted("lazy.pink.rabbit", "it")).assertStatus(202);
    assertSent(subscriber.expectOne(), answer.text("id"), "about it");
    subscriber.expectNothingElse();
  }

  @Test
  void keyIsAnonymousInfoUnlessSaid(Channel channel) throws IOException {
    channel.exchangeDeclare("topic_logs", "topic");
    MessageCollector subscriber = MessageCollector.bind(channel, "topic_logs", "anonymous.*");
    Answer answer = api.postJson("/api/logs/topic", "{\"text\":\"psst\"}").assertStatus(202);
    assertThat(answer.text("routingKey")).isEqualTo("anonymous.info");
    assertSent(subscriber.expectOne(), answer.text("id"), "psst");
  }
}
