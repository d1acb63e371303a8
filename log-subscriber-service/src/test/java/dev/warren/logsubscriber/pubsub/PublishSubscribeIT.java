package dev.warren.logsubscriber.pubsub;

import static dev.warren.testkit.assertions.BrokerAssertions.assertThatExchange;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.rabbitmq.client.Channel;
import dev.warren.logsubscriber.Api;
import dev.warren.logsubscriber.LogSubscriberTest;
import dev.warren.logsubscriber.receivers.LogFileProperties;
import dev.warren.testkit.Bounds;
import dev.warren.testkit.TestVhost;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@LogSubscriberTest
@ExtendWith(OutputCaptureExtension.class)
class PublishSubscribeIT {

  private final Path file;
  private final Api api;
  private final String text = "A log of " + UUID.randomUUID();

  @Autowired
  PublishSubscribeIT(LogFileProperties settings, @LocalServerPort int port) {
    this.file = settings.directory().resolve("logs_from_rabbit.log");
    this.api = new Api(port);
  }

  @BeforeEach
  void declareAsTheTutorialDoes(Channel channel) throws IOException {
    channel.exchangeDeclare("logs", "fanout");
  }

  @Test
  void everyMessageArrivesAtTwoQueues(Channel channel, TestVhost vhost) throws IOException {
    assertThatExchange(vhost, "logs").hasType("fanout").isNotDurable().hasBindings(2);

    channel.basicPublish("logs", "", null, text.getBytes(UTF_8));

    api.await("fanout-screen", text).await("fanout-file", text);
    assertThat(api.texts("fanout-screen")).containsOnlyOnce(text);
    assertThat(api.texts("fanout-file")).containsOnlyOnce(text);
  }

  @Test
  void oneReceiverPrintsAndTheOtherWritesTheFile(Channel channel, CapturedOutput output)
      throws IOException {
    channel.basicPublish("logs", "", null, text.getBytes(UTF_8));

    Bounds.soon().until(() -> output.getOut().contains(" :  [x] " + text));
    Bounds.soon().until(() -> Files.readString(file).contains(" [x] " + text + "\n"));
  }

  @Test
  void showsAMessageWithAllThatIsKnownOfIt(Channel channel) throws IOException {
    channel.basicPublish("logs", "ignored.key", null, text.getBytes(UTF_8));

    JsonNode message = last("fanout-screen", text);
    assertThat(message.path("pattern").asString()).isEqualTo("fanout");
    assertThat(message.path("routingKey").asString()).isEqualTo("ignored.key");
    assertThat(message.path("encoding").asString()).isEqualTo("utf-8");
    assertThat(message.path("truncated").asBoolean()).isFalse();
    assertThat(message.path("redelivered").asBoolean()).isFalse();
    assertThat(message.path("size").asInt()).isEqualTo(text.length());
    assertThat(message.has("receivedAt")).isTrue();
    assertThat(message.has("messageId")).isFalse();
  }

  private JsonNode last(String subscription, String text) {
    api.await(subscription, text);
    return api.received(subscription).stream()
        .filter(message -> message.path("text").asString().equals(text))
        .findFirst()
        .orElseThrow();
  }
}
