package dev.warren.logsubscriber.topics;

import static dev.warren.testkit.assertions.BrokerAssertions.assertThatExchange;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.rabbitmq.client.Channel;
import dev.warren.logsubscriber.Api;
import dev.warren.logsubscriber.LogSubscriberTest;
import dev.warren.testkit.TestVhost;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * Which binding keys match which routing keys, as the broker really does it. That a message does
 * not arrive is shown by a later one that does.
 */
@LogSubscriberTest
@TestInstance(Lifecycle.PER_CLASS)
class TopicsIT {

  private static final String SENTINEL = "sentinel";

  private static final List<String> PATTERNS =
      List.of(
          "*.orange.*",
          "*.*.rabbit",
          "lazy.#",
          "*.*.rabbit+lazy.#",
          "#.*",
          "a.*.#",
          "a.#",
          "#",
          "*",
          "*.*",
          "a.*");

  private final Api api;
  private final Map<String, String> subscriptions = new LinkedHashMap<>();

  @Autowired
  TopicsIT(@LocalServerPort int port) {
    this.api = new Api(port);
  }

  @BeforeAll
  void subscribe() {
    for (String pattern : PATTERNS) {
      String keys = pattern.replace("+", "','") + "','" + SENTINEL;
      String json = "{'pattern':'topic','bindingKeys':['" + keys + "']}";
      subscriptions.put(pattern, api.subscribe(json).path("id").asString());
    }
  }

  @ParameterizedTest(name = "{0} -> {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          quick.orange.rabbit      | *.orange.* *.*.rabbit *.*.rabbit+lazy.#
          lazy.orange.elephant     | *.orange.* lazy.# *.*.rabbit+lazy.#
          quick.orange.fox         | *.orange.*
          lazy.brown.fox           | lazy.# *.*.rabbit+lazy.#
          lazy.pink.rabbit         | *.*.rabbit lazy.# *.*.rabbit+lazy.#
          quick.brown.fox          | ''
          orange                   | ''
          quick.orange.male.rabbit | ''
          lazy.orange.male.rabbit  | lazy.# *.*.rabbit+lazy.#
          lazy                     | lazy.# *.*.rabbit+lazy.#
          """)
  void animalsOfTheTutorial(String key, String expected, Channel channel) throws IOException {
    assertThat(receivers(PATTERNS.subList(0, 4), key, channel)).isEqualTo(words(expected));
  }

  /** The empty key has no word at all, whereas the two dots separate three empty words. */
  @ParameterizedTest(name = "''{0}'' -> {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ..    | #.* #
          .     | #.* # *.*
          one   | #.* # *
          ''    | #
          a     | #.* a.# # *
          a.b   | #.* a.*.# a.# # *.* a.*
          a.b.c | #.* a.*.# a.# #
          a.    | #.* a.*.# a.# # *.* a.*
          """)
  void wordsThatAreEmptyOrMissing(String key, String expected, Channel channel) throws IOException {
    assertThat(receivers(PATTERNS.subList(4, 11), key, channel)).isEqualTo(words(expected));
  }

  @Test
  void bothReceiversGetEverythingByDefault(Channel channel, TestVhost vhost) throws IOException {
    assertThatExchange(vhost, "topic_logs").hasType("topic").isNotDurable();
    String text = UUID.randomUUID().toString();

    channel.basicPublish("topic_logs", "anonymous.info", null, text.getBytes(UTF_8));

    api.await("topic-screen", text).await("topic-file", text);
  }

  /** The subscriptions that get a message with this key, each as often as it gets it. */
  private List<String> receivers(List<String> patterns, String key, Channel channel)
      throws IOException {
    String text = "text " + UUID.randomUUID();
    String sentinel = "sentinel " + UUID.randomUUID();
    channel.basicPublish("topic_logs", key, null, text.getBytes(UTF_8));
    channel.basicPublish("topic_logs", SENTINEL, null, sentinel.getBytes(UTF_8));
    List<String> receivers = new ArrayList<>();
    for (String pattern : patterns) {
      String subscription = String.valueOf(subscriptions.get(pattern));
      api.await(subscription, sentinel);
      api.texts(subscription).stream().filter(text::equals).forEach(one -> receivers.add(pattern));
    }
    return receivers;
  }

  private static List<String> words(String expected) {
    return expected.isEmpty() ? List.of() : List.of(expected.split(" "));
  }
}
