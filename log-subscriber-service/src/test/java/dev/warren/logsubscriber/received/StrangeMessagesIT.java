package dev.warren.logsubscriber.received;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.Channel;
import dev.warren.logsubscriber.Api;
import dev.warren.logsubscriber.LogSubscriberTest;
import dev.warren.logsubscriber.receivers.LogFileProperties;
import dev.warren.testkit.Bounds;
import dev.warren.testkit.TestBroker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Whatever a message is, it is shown, and the next one arrives as well. */
@LogSubscriberTest
class StrangeMessagesIT {

  private static final BasicProperties NONE = new BasicProperties();

  private final Api api;
  private final Path file;
  private String subscription = "";

  @Autowired
  StrangeMessagesIT(LogFileProperties settings, @LocalServerPort int port) {
    this.api = new Api(port);
    this.file = settings.directory().resolve("logs_from_rabbit.log");
  }

  @BeforeEach
  void subscribe() {
    subscription = api.subscribe("{'pattern':'fanout'}").path("id").asString();
  }

  @AfterEach
  void theNextOneArrivesEverywhere(Channel channel) throws IOException {
    String sane = "sane after " + subscription;
    channel.basicPublish("logs", "", null, sane.getBytes(UTF_8));
    api.await(subscription, sane).await("fanout-screen", sane).await("fanout-file", sane);
  }

  @Test
  void aBodyThatIsNoUtf8IsShownInHexadecimal(Channel channel) throws IOException {
    JsonNode message = publish(channel, NONE, new byte[] {(byte) 0xff, 0, (byte) 0xc3});

    assertThat(message.path("text").asString()).isEqualTo("ff00c3");
    assertThat(message.path("encoding").asString()).isEqualTo("binary");
  }

  @Test
  void anEmptyBodyIsAnEmptyText(Channel channel) throws IOException {
    JsonNode message = publish(channel, NONE, new byte[0]);

    assertThat(message.path("text").asString()).isEmpty();
    assertThat(message.path("encoding").asString()).isEqualTo("utf-8");
  }

  @Test
  void aMebibyteIsShownInPart(Channel channel) throws IOException {
    byte[] body = new byte[1024 * 1024];
    Arrays.fill(body, (byte) 'x');

    JsonNode message = publish(channel, NONE, body);

    assertThat(message.path("truncated").asBoolean()).isTrue();
    assertThat(message.path("size").asInt()).isEqualTo(body.length);
    assertThat(message.path("text").asString()).hasSize(8192).containsOnlyOnce("x".repeat(8192));
  }

  @Test
  void propertiesThatSpringWouldActUponAreOnlyShown(Channel channel) throws IOException {
    Map<String, Object> headers = new HashMap<>();
    headers.put("__TypeId__", "java.lang.ProcessBuilder");
    headers.put("errorChannel", 5);
    headers.put("replyChannel", List.of(1));
    headers.put("id", "no uuid");
    headers.put("timestamp", Date.from(Instant.EPOCH));
    headers.put("springBatchFormat", "lengthHeader4");
    headers.put("void", null);
    BasicProperties properties =
        new BasicProperties.Builder()
            .headers(headers)
            .contentType("application/x-java-serialized-object")
            .contentEncoding("no-such-charset")
            .messageId("its id")
            .build();

    JsonNode message = publish(channel, properties, new byte[] {(byte) 0xac, (byte) 0xed, 0, 5});

    assertThat(message.path("messageId").asString()).isEqualTo("its id");
    assertThat(message.path("headers").path("__TypeId__").asString())
        .isEqualTo("java.lang.ProcessBuilder");
    assertThat(message.path("headers").path("void").isNull()).isTrue();
  }

  /** Brokers before 4.0 take it as a fault of the publisher; later ones pass it on. */
  @Test
  void anUnknownDeliveryModeIsNoMatterOfOurs(Channel channel, TestBroker broker)
      throws IOException {
    BasicProperties properties = new BasicProperties.Builder().deliveryMode(77).build();

    if (broker.atLeast(4, 0)) {
      JsonNode message = publish(channel, properties, "mode 77".getBytes(UTF_8));
      assertThat(message.path("text").asString()).isEqualTo("mode 77");
    } else {
      channel.basicPublish("logs", "", properties, "mode 77".getBytes(UTF_8));
      Bounds.soon().until(() -> !channel.isOpen());
      assertThat(channel.getCloseReason().getMessage()).contains("406");
    }
  }

  @Test
  void aBodyCannotForgeLinesOfTheFile(Channel channel) throws IOException {
    String forged = subscription + "\r\n2026-01-01T00:00:00Z [x] forged \u001b[2K\u2028\u202e";

    JsonNode message = publish(channel, NONE, forged.getBytes(UTF_8));

    assertThat(message.path("text").asString()).isEqualTo(forged);
    Bounds.soon().until(() -> Files.readString(file).contains(subscription));
    assertThat(Files.readAllLines(file)).filteredOn(line -> line.contains("forged")).hasSize(1);
    assertThat(Files.readString(file)).doesNotContain("\u001b").doesNotContain("\u202e");
  }

  private JsonNode publish(Channel channel, BasicProperties properties, byte[] body)
      throws IOException {
    channel.basicPublish("logs", "", properties, body);
    Bounds.soon().until(() -> api.received(subscription).size() == 1);
    return api.received(subscription).get(0);
  }
}
