package dev.warren.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.ShutdownSignalException;
import dev.warren.contracts.Hello;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Where RabbitMQ 4.3 and its fallback 3.10 answer the same client differently. */
@BrokerTest
class BrokerVersionsIT {

  @Test
  void aTransientRedeclarationIsAcceptedByTheNewerOneAlone(TestBroker broker, Channel channel)
      throws IOException {
    if (broker.atLeast(4, 3)) {
      assertThat(redeclaredTransient(channel).getQueue()).isEqualTo(Hello.QUEUE);
    } else {
      assertThatThrownBy(() -> redeclaredTransient(channel))
          .cause()
          .isInstanceOfSatisfying(ShutdownSignalException.class, BrokerVersionsIT::assertRefused);
    }
  }

  @Test
  void anUnknownDeliveryModeIsAcceptedByTheNewerOneAlone(TestBroker broker, Channel channel)
      throws IOException {
    BasicProperties unknown = new BasicProperties.Builder().deliveryMode(77).build();
    channel.basicPublish("", Hello.QUEUE, unknown, new byte[0]);

    if (broker.atLeast(4, 0)) {
      MessageCollector collector = MessageCollector.consume(channel, Hello.QUEUE);
      assertThat(collector.expectOne().properties().getDeliveryMode()).isNotEqualTo(1);
    } else {
      Bounds.soon().until(() -> !channel.isOpen());
      assertRefused(channel.getCloseReason());
    }
  }

  private static AMQP.Queue.DeclareOk redeclaredTransient(Channel channel) throws IOException {
    return channel.queueDeclare(Hello.QUEUE, false, false, false, Map.of());
  }

  private static void assertRefused(ShutdownSignalException signal) {
    assertThat(signal.getReason().toString()).contains("reply-code=406");
  }
}
