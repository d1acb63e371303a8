package dev.warren.worker.hello;

import dev.warren.contracts.Hello;
import dev.warren.messaging.listen.RawBodyConverter;
import dev.warren.messaging.text.Utf8;
import dev.warren.worker.LoggedText;
import dev.warren.worker.status.WorkerJournal;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.rabbit.annotation.RabbitListener;
import org.springframework.stereotype.Component;

/**
 * Logs what arrives, as the tutorial's receiver prints it.
 *
 * @see <a href="https://www.rabbitmq.com/docs/confirms#acknowledgement-modes">Automatic
 *     acknowledgement</a>
 */
@Component
class HelloListener {

  private static final Logger log = LoggerFactory.getLogger(HelloListener.class);

  private final WorkerJournal journal;
  private final LoggedText logged;

  HelloListener(WorkerJournal journal, LoggedText logged) {
    this.journal = journal;
    this.logged = logged;
  }

  @RabbitListener(
      id = Hello.QUEUE,
      queues = Hello.QUEUE,
      ackMode = "NONE",
      messageConverter = RawBodyConverter.NAME)
  void receive(Message message) {
    Optional<String> text = Utf8.decode(message.getBody());
    journal.hello(text.isPresent());
    if (text.isPresent()) {
      log.info(" [x] Received {}", logged.of(text.get()));
    } else {
      log.warn(" [x] Received {} bytes that are not UTF-8", message.getBody().length);
    }
  }
}
