package dev.warren.messaging.listen;

import static org.assertj.core.api.Assertions.assertThat;

import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.Envelope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.amqp.core.MessageDeliveryMode;
import org.springframework.amqp.core.MessageProperties;

class TolerantPropertiesConverterTest {

  private static final Envelope ENVELOPE = new Envelope(1, false, "", "task_queue");

  @ParameterizedTest
  @ValueSource(ints = {0, 3, 77, 255})
  void readsAnUnknownDeliveryModeAsNone(int mode) {
    MessageProperties read = convert(mode);

    assertThat(read.getReceivedDeliveryMode()).isNull();
    assertThat(read.getMessageId()).isEqualTo("id");
  }

  @Test
  void keepsTheKnownOnes() {
    assertThat(convert(1).getReceivedDeliveryMode()).isEqualTo(MessageDeliveryMode.NON_PERSISTENT);
    assertThat(convert(2).getReceivedDeliveryMode()).isEqualTo(MessageDeliveryMode.PERSISTENT);
  }

  private static MessageProperties convert(int mode) {
    BasicProperties properties =
        new BasicProperties.Builder().messageId("id").deliveryMode(mode).build();
    return new TolerantPropertiesConverter().toMessageProperties(properties, ENVELOPE, "UTF-8");
  }
}
