package dev.warren.logsubscriber.subscriptions;

import static dev.warren.testkit.assertions.BrokerAssertions.assertThatExchange;
import static dev.warren.testkit.assertions.BrokerAssertions.assertThatQueue;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.rabbitmq.client.Channel;
import dev.warren.logsubscriber.Answer;
import dev.warren.logsubscriber.Api;
import dev.warren.logsubscriber.LogSubscriberTest;
import dev.warren.testkit.TestVhost;
import dev.warren.testkit.management.QueueInfo;
import java.io.IOException;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@LogSubscriberTest({LogSubscriberTest.LOG_FILE, "warren.subscriptions.max=" + SubscriptionsIT.MAX})
class SubscriptionsIT {

  static final int MAX = 5;

  private static final String PATH = "/api/subscriptions";
  private static final String KERNEL =
      "{\"pattern\":\"topic\",\"bindingKeys\":[\"kern.*\",\"*.critical\",\"kern.*\"]}";

  private final Api api;

  @Autowired
  SubscriptionsIT(@LocalServerPort int port) {
    this.api = new Api(port);
  }

  @AfterEach
  void unsubscribe() {
    api.get(PATH)
        .json()
        .valueStream()
        .filter(each -> each.path("origin").asString().equals("api"))
        .forEach(each -> api.delete(PATH + "/" + each.path("id").asString()).assertStatus(204));
  }

  @Test
  void isAnsweredWhenItConsumesSoNothingPublishedFromThenOnIsMissed(Channel channel)
      throws IOException {
    for (int i = 0; i < MAX; i++) {
      JsonNode made = api.post(PATH, KERNEL).assertStatus(201).json();
      String text = UUID.randomUUID().toString();

      channel.basicPublish("topic_logs", "kern.critical", null, text.getBytes(UTF_8));

      api.await(made.path("id").asString(), text);
      assertThat(made.path("state").asString()).isEqualTo("consuming");
    }
  }

  @Test
  void isAnExclusiveQueueWithOneBindingForEachKey(TestVhost vhost) {
    Answer answer = api.post(PATH, KERNEL).assertStatus(201);
    JsonNode made = answer.json();

    assertThat(answer.headers().firstValue("Location"))
        .hasValue(PATH + "/" + made.path("id").asString());
    assertThat(made.path("bindingKeys").valueStream().map(JsonNode::asString))
        .containsExactly("kern.*", "*.critical");
    assertThatExchange(vhost, "topic_logs").isBoundWith("#", "#", "kern.*", "*.critical");
    QueueInfo queue =
        vhost
            .broker()
            .management()
            .queue(vhost.name(), made.path("queue").asString())
            .orElseThrow();
    assertThat(queue.exclusive()).isTrue();
    assertThat(queue.autoDelete()).isTrue();
    assertThat(queue.durable()).isFalse();
    assertThatQueue(vhost, queue.name()).hasSetting("max-length-bytes", 32 * 1024 * 1024);
  }

  @Test
  void isMadeByEachExampleOfTheDescriptionAsItIs() {
    JsonNode examples =
        api.get("/v3/api-docs")
            .assertStatus(200)
            .json()
            .at("/paths/~1api~1subscriptions/post/requestBody/content/application~1json/examples");

    assertThat(examples.propertyNames()).contains("topic", "direct", "fanout", "headers");
    for (JsonNode example : examples) {
      JsonNode value = example.get("value");
      String body = value.isString() ? value.asString() : value.toString();
      api.post(PATH, body).assertStatus(201);
    }
  }

  @Test
  void takesItsQueueWithItWhenItIsDeleted(TestVhost vhost) {
    JsonNode made = api.subscribe(KERNEL);
    String path = PATH + "/" + made.path("id").asString();
    assertThatQueue(vhost, made.path("queue").asString()).exists();

    api.delete(path).assertStatus(204);

    assertThatQueue(vhost, made.path("queue").asString()).doesNotExist();
    assertThatExchange(vhost, "topic_logs").hasBindings(2);
    api.get(path).assertProblem(404, "not-found");
    api.delete(path).assertProblem(404, "not-found");
  }

  @Test
  void hasRoomForSoManyAndForOneMoreWhenOneIsGone() {
    String[] ids =
        IntStream.range(0, MAX)
            .mapToObj(i -> api.subscribe("{'pattern':'fanout'}").path("id").asString())
            .toArray(String[]::new);

    api.post(PATH, "{\"pattern\":\"fanout\"}").assertProblem(409, "conflict");
    api.delete(PATH + "/" + ids[0]).assertStatus(204);

    api.post(PATH, "{\"pattern\":\"fanout\"}").assertStatus(201);
  }

  @Test
  void thoseOfTheSettingsAreShownAndStay() {
    JsonNode shown = api.get(PATH + "/direct-file").assertStatus(200).json();

    assertThat(shown.path("origin").asString()).isEqualTo("settings");
    assertThat(shown.path("bindingKeys").valueStream().map(JsonNode::asString))
        .containsExactly("info", "warning", "error");
    api.delete(PATH + "/direct-file").assertProblem(409, "conflict");
    assertThat(api.get(PATH).json().findValuesAsString("id"))
        .contains("fanout-screen", "fanout-file", "direct-screen", "direct-file")
        .contains("topic-screen", "topic-file", "headers-screen", "headers-file");
  }
}
