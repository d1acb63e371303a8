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
import org.springframework.amqp.AmqpRejectAndDontRequeueException;
import org.springframework.amqp.ImmediateRequeueAmqpException;
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

  /** An older broker closes the connection over a forged direct reply-to address, each time. */
  private static final int MAX_UNCONFIRMED = 3;

  private final ConfirmedPublisher publisher;
  private final OutgoingMessages messages;
  private final RpcStatistics statistics;
  private final ReplyPatience patience;
  private final String server;

  RpcReplies(
      ConfirmedPublisher publisher,
      OutgoingMessages messages,
      RpcStatistics statistics,
      ReplyPatience patience,
      InstanceName server) {
    this.publisher = publisher;
    this.messages = messages;
    this.statistics = statistics;
    this.patience = patience;
    this.server = server.value();
  }

  /**
   * Returns when the broker has the answer or has said that it goes nowhere, which is counted.
   * Until then it is sent again and again; where the broker had it in spite of its silence, the
   * client gets it twice, under the same {@code message_id}.
   *
   * @throws AmqpRejectAndDontRequeueException if patience is over
   * @throws ImmediateRequeueAmqpException if the service stops first
   */
  void send(String replyTo, MessageProperties request, Answer answer) {
    statistics.answered(answer);
    ReplyPatience.Attempts attempts = patience.attempts(request.getExpiration());
    Message reply = message(request.getCorrelationId(), answer);
    PublishOutcome outcome = publisher.publishAndAwait(DEFAULT_EXCHANGE, replyTo, reply);
    if (outcome.mayBeRepeated()) {
      log.warn("A reply to {} is held back: {}", LogText.oneLine(replyTo), outcome);
      outcome = repeat(replyTo, reply, outcome, attempts);
    }
    if (!outcome.isConfirmed()) {
      statistics.undeliverable();
      log.warn("No reply to {}: {}", LogText.oneLine(replyTo), outcome);
    }
  }

  private PublishOutcome repeat(
      String replyTo, Message reply, PublishOutcome first, ReplyPatience.Attempts attempts) {
    PublishOutcome outcome = first;
    int unconfirmed = 0;
    while (outcome.mayBeRepeated()) {
      unconfirmed += outcome instanceof PublishOutcome.Unconfirmed ? 1 : 0;
      if (unconfirmed >= MAX_UNCONFIRMED || !attempts.awaitNext()) {
        statistics.undeliverable();
        log.warn("No reply to {}, and its request is rejected", LogText.oneLine(replyTo));
        throw new AmqpRejectAndDontRequeueException("the reply cannot be sent: " + outcome);
      }
      outcome = publisher.publishAndAwait(DEFAULT_EXCHANGE, replyTo, reply);
    }
    return outcome;
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
}
