package dev.warren.producer.rpc;

import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Delivery;
import com.rabbitmq.client.ShutdownSignalException;
import dev.warren.contracts.Rpc;
import dev.warren.messaging.listen.TolerantPropertiesConverter;
import dev.warren.messaging.web.ProblemException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.amqp.AmqpException;
import org.springframework.amqp.core.Address;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.core.MessageProperties;
import org.springframework.amqp.rabbit.connection.ChannelProxy;
import org.springframework.amqp.rabbit.connection.ConnectionFactory;
import org.springframework.amqp.rabbit.support.MessagePropertiesConverter;
import org.springframework.amqp.rabbit.support.RabbitExceptionTranslator;

/**
 * The one channel on which all requests go out and all replies come in, as the broker wants it of
 * direct replies. Replies are told apart by {@code correlation_id}, so a call that waits costs an
 * entry in a map. A channel that was lost is opened again for the next request; the replies to
 * those before it are lost with it.
 *
 * <p>Below Spring's templates, whose direct replies take a channel for each call that waits: see
 * {@code docs/adr/0024-one-channel-for-calls.md}. For one thread at a time.
 *
 * @see <a href="https://www.rabbitmq.com/docs/direct-reply-to">Direct reply-to</a>
 */
final class ReplyChannel {

  private static final String UTF_8 = StandardCharsets.UTF_8.name();

  private final ConnectionFactory connections;
  private final WaitingCalls waiting;
  private final MessagePropertiesConverter converter = new TolerantPropertiesConverter();
  private @Nullable Channel last;

  ReplyChannel(ConnectionFactory connections, WaitingCalls waiting) {
    this.connections = connections;
    this.waiting = waiting;
  }

  /**
   * Writes a call's request, unless it is taken by then, which may take as long as the connection
   * likes.
   *
   * @throws AmqpException if the broker cannot be reached; then no server has the request
   * @throws ProblemException 503, if the request may have been written
   */
  void send(WaitingCall call) {
    try {
      Channel channel = channel();
      if (call.take()) {
        write(channel, call);
      }
    } catch (IOException | ShutdownSignalException e) { // the latter if it closed just now
      throw RabbitExceptionTranslator.convertRabbitAccessException(e);
    }
  }

  private void write(Channel channel, WaitingCall call) {
    MessageProperties properties = call.request.getMessageProperties();
    properties.setReplyTo(Address.AMQ_RABBITMQ_REPLY_TO);
    BasicProperties amqp = converter.fromMessageProperties(properties, UTF_8);
    try {
      channel.basicPublish("", Rpc.QUEUE, true, amqp, call.request.getBody());
    } catch (IOException | Error e) {
      throw call.cutOff("The connection broke while the request was written", e);
    }
  }

  private Channel channel() throws IOException {
    Channel channel = last;
    if (channel == null || !channel.isOpen()) {
      channel = open();
      last = channel;
    }
    return channel;
  }

  private Channel open() throws IOException {
    Channel channel = bare(connections.createConnection().createChannel(false));
    try {
      consume(channel);
      return channel;
    } catch (IOException | RuntimeException | Error e) {
      channel.abort();
      throw e;
    }
  }

  private void consume(Channel channel) throws IOException {
    channel.addReturnListener(
        request -> waiting.returned(request.getProperties().getCorrelationId()));
    channel.basicConsume(
        Address.AMQ_RABBITMQ_REPLY_TO,
        true,
        (tag, reply) -> waiting.replied(message(reply)),
        tag -> {});
  }

  /** Spring's own stand-in would open another one unasked when it is lost, without a consumer. */
  private static Channel bare(Channel channel) {
    return channel instanceof ChannelProxy proxy ? proxy.getTargetChannel() : channel;
  }

  private Message message(Delivery reply) {
    return new Message(
        reply.getBody(),
        converter.toMessageProperties(reply.getProperties(), reply.getEnvelope(), UTF_8));
  }
}
