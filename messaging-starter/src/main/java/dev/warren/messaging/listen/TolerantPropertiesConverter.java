package dev.warren.messaging.listen;

import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.Envelope;
import org.jspecify.annotations.Nullable;
import org.springframework.amqp.core.MessageProperties;
import org.springframework.amqp.rabbit.support.DefaultMessagePropertiesConverter;

/**
 * Reads a {@code delivery_mode} that AMQP does not know as none. The broker passes any number on;
 * Spring's own converter throws at it, outside of all error handling: the consumer's channel
 * closes, the message returns, and so on.
 */
public final class TolerantPropertiesConverter extends DefaultMessagePropertiesConverter {

  private static final int NON_PERSISTENT = 1;
  private static final int PERSISTENT = 2;

  @Override
  public MessageProperties toMessageProperties(
      BasicProperties source, @Nullable Envelope envelope, String charset) {
    Integer mode = source.getDeliveryMode();
    boolean known = mode == null || mode == NON_PERSISTENT || mode == PERSISTENT;
    BasicProperties readable = known ? source : source.builder().deliveryMode(null).build();
    return super.toMessageProperties(readable, envelope, charset);
  }
}
