package dev.warren.rpcfib.rpc;

import dev.warren.contracts.Rpc;
import dev.warren.messaging.identity.InstanceName;
import dev.warren.messaging.publish.ConfirmedPublisher;
import dev.warren.messaging.publish.OutgoingMessages;
import dev.warren.messaging.publish.PublishOutcome;
import dev.warren.messaging.text.LogText;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.core.MessageDeliveryMode;
import org.springframework.amqp.core.MessageProperties;

/**
 * Sends answers to the default exchange, with the reply address as the routing key.
 *
 * <p>A listener's return value is not sent so: Spring reads {@code a/b} as an exchange and a key,
 * correlates by {@code message_id} if there is no {@code correlation_id}, and publishes on the
 * consumer's own channel, which closes if there is no such exchange; the request would come back.
 */
class RpcReplies {

  private static final Logger log = LoggerFactory.getLogger(RpcReplies.class);
  private static final String DEFAULT_EXCHANGE = "";

  private final ConfirmedPublisher publisher;
  private final OutgoingMessages messages;
  private final RpcStatistics statistics;
  private final String server;

  RpcReplies(
      ConfirmedPublisher publisher,
      OutgoingMessages messages,
      RpcStatistics statistics,
      InstanceName server) {
    this.publisher = publisher;
    this.messages = messages;
    this.statistics = statistics;
    this.server = server.value();
  }

  /**
   * Returns when the answer is written, and does not wait until the broker has it: a reply is
   * delivered at most once. An answer that nobody takes is counted.
   */
  @SuppressWarnings("FutureReturnValueIgnored") // the publisher's futures never fail
  void send(String replyTo, @Nullable String correlationId, Answer answer) {
    statistics.answered(answer);
    publisher
        .publish(DEFAULT_EXCHANGE, replyTo, message(correlationId, answer))
        .thenAccept(outcome -> check(outcome, replyTo));
  }

  private Message message(@Nullable String correlationId, Answer answer) {
    return messages.text(
        UUID.randomUUID().toString(),
        answer.text(),
        properties -> {
          properties.setCorrelationId(correlationId);
          properties.setDeliveryMode(MessageDeliveryMode.NON_PERSISTENT);
          setHeaders(properties, answer);
        });
  }

  private void setHeaders(MessageProperties properties, Answer answer) {
    properties.setHeader(Rpc.SERVER_HEADER, server);
    if (answer.errorCode() != null) {
      properties.setHeader(Rpc.ERROR_HEADER, answer.errorCode());
    }
  }

  private void check(PublishOutcome outcome, String replyTo) {
    if (!(outcome instanceof PublishOutcome.Confirmed)) {
      statistics.undeliverable();
      log.warn("No reply to {}: {}", LogText.oneLine(replyTo), outcome);
    }
  }
}
