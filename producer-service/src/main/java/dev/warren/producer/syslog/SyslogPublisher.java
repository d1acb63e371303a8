package dev.warren.producer.syslog;

import dev.warren.contracts.Topics;
import dev.warren.messaging.publish.ConfirmedPublisher;
import dev.warren.messaging.publish.OutgoingMessages;
import dev.warren.messaging.publish.PublishOutcome;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.springframework.amqp.core.Message;
import org.springframework.stereotype.Component;

/**
 * Publishes one line under its facility and severity: {@code auth.critical}. Where {@code
 * syslog.conf} has another keyword for the severity ({@code crit}, {@code err}, {@code emerg}) the
 * header {@code CC} makes the broker route by that key as well; a queue that matches both gets the
 * message once.
 *
 * @see <a href="https://www.rabbitmq.com/docs/sender-selected">Sender-selected distribution</a>
 */
@Component
class SyslogPublisher {

  private static final String CC = "CC";

  private final ConfirmedPublisher publisher;
  private final OutgoingMessages messages;

  SyslogPublisher(ConfirmedPublisher publisher, OutgoingMessages messages) {
    this.publisher = publisher;
    this.messages = messages;
  }

  CompletableFuture<PublishOutcome> publish(Priority priority, String line) {
    Message message =
        messages.text(
            messages.newId(),
            line,
            properties -> {
              if (priority.hasAlias()) {
                properties.setHeader(CC, List.of(priority.alias()));
              }
            });
    return publisher.publish(Topics.EXCHANGE, priority.routingKey(), message);
  }
}
