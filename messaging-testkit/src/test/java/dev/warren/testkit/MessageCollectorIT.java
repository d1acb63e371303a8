package dev.warren.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.rabbitmq.client.Channel;
import dev.warren.contracts.Hello;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

@BrokerTest
class MessageCollectorIT {

  @Test
  void keepsMessagesInTheirOrder(Channel publisher, Channel consumer) throws IOException {
    MessageCollector collector = MessageCollector.consume(consumer, Hello.QUEUE);

    send(publisher, "", Hello.QUEUE, "one");
    send(publisher, "", Hello.QUEUE, "zwei für ü");

    assertThat(collector.expect(2))
        .extracting(ReceivedMessage::body)
        .containsExactly("one", "zwei für ü");
    collector.expectNothingElse();
  }

  @Test
  void receivesWhatIsRoutedByItsBindings(Channel channel) throws IOException {
    MessageCollector collector = MessageCollector.bind(channel, "amq.direct", "info", "error");

    send(channel, "amq.direct", "debug", "not bound");
    send(channel, "amq.direct", "error", "bound");

    assertThat(collector.expectOne().routingKey()).isEqualTo("error");
    collector.expectNothingElse();
  }

  @Test
  void reportsAMessageThatShouldNotBeThere(Channel channel) throws IOException {
    MessageCollector collector = MessageCollector.consume(channel, Hello.QUEUE);

    send(channel, "", Hello.QUEUE, "unexpected");

    assertThatThrownBy(collector::expectNothingElse)
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("unexpected");
  }

  private static void send(Channel channel, String exchange, String key, String body)
      throws IOException {
    channel.basicPublish(exchange, key, null, body.getBytes(StandardCharsets.UTF_8));
  }
}
