package dev.warren.systemtests.fuzz.amqp;

import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.impl.ContentHeaderPropertyWriter;
import java.io.IOException;

/**
 * Properties of which the ids are bytes that are no text. The client library writes texts only, so
 * this writes them octet by octet.
 *
 * @see <a href="https://www.rabbitmq.com/resources/specs/amqp0-9-1.pdf">AMQP 0-9-1, 4.2.6</a>
 */
final class RawTexts extends BasicProperties {

  private static final int PROPERTIES = 14;
  private static final int CORRELATION_ID = 5;
  private static final int REPLY_TO = 6;
  private static final int MESSAGE_ID = 8;

  private final byte[] correlationId;
  private final String replyTo;
  private final String messageId;

  RawTexts(byte[] correlationId, String replyTo, String messageId) {
    this.correlationId = correlationId.clone();
    this.replyTo = replyTo;
    this.messageId = messageId;
  }

  @Override
  public String getReplyTo() {
    return replyTo;
  }

  @Override
  public String getMessageId() {
    return messageId;
  }

  @Override
  public void writePropertiesTo(ContentHeaderPropertyWriter writer) throws IOException {
    for (int i = 0; i < PROPERTIES; i++) {
      boolean isReply = i == REPLY_TO && !replyTo.isEmpty();
      writer.writePresence(isReply || i == CORRELATION_ID || i == MESSAGE_ID);
    }
    writer.finishPresence();
    writer.writeOctet(correlationId.length);
    for (byte octet : correlationId) {
      writer.writeOctet(octet);
    }
    if (!replyTo.isEmpty()) {
      writer.writeShortstr(replyTo);
    }
    writer.writeShortstr(messageId);
  }
}
