package dev.warren.producer;

import static org.assertj.core.api.Assertions.assertThat;

import com.rabbitmq.client.AMQP.BasicProperties;
import dev.warren.testkit.ReceivedMessage;
import java.time.Duration;
import java.time.Instant;

/** What must hold for every message that Warren sends. */
public final class Messages {

  private Messages() {}

  /** Asserts the body, and the properties that are stamped on every message. */
  public static void assertSent(ReceivedMessage message, String id, String body) {
    assertThat(message.body()).isEqualTo(body);
    BasicProperties properties = message.properties();
    assertThat(properties.getMessageId()).isEqualTo(id);
    assertThat(properties.getAppId()).isEqualTo("producer-service");
    assertThat(properties.getContentType()).isEqualTo("text/plain");
    assertThat(properties.getContentEncoding()).isEqualTo("UTF-8");
    assertThat(properties.getDeliveryMode()).isEqualTo(2);
    assertThat(Duration.between(properties.getTimestamp().toInstant(), Instant.now()).abs())
        .isLessThan(Duration.ofMinutes(1));
  }
}
