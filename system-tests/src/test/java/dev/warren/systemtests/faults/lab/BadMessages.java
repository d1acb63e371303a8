package dev.warren.systemtests.faults.lab;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.MessageProperties;
import dev.warren.contracts.WorkQueue;
import dev.warren.systemtests.faults.ledger.Answered;
import dev.warren.systemtests.faults.ledger.Ledger;
import dev.warren.systemtests.faults.ledger.Request;
import dev.warren.systemtests.suite.Broker;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** Tasks that no worker can do, of a foreign client: their bodies are no UTF-8. */
final class BadMessages {

  private static final String NO_UTF_8 = " \u00c3";
  private static final long CONFIRM_MILLIS = 10_000;

  private BadMessages() {}

  /** Sends some, and enters them as acknowledged when the broker has confirmed all. */
  static void send(Broker broker, Ledger ledger, int count) {
    List<String> tokens = Stream.generate(ledger::nextDoomedToken).limit(count).toList();
    Instant sentAt = Instant.now();
    try (Connection connection = broker.connect();
        Channel channel = connection.openChannel().orElseThrow()) {
      channel.confirmSelect();
      for (String token : tokens) {
        channel.basicPublish(
            "",
            WorkQueue.QUEUE,
            MessageProperties.PERSISTENT_TEXT_PLAIN,
            (token + NO_UTF_8).getBytes(ISO_8859_1));
      }
      channel.waitForConfirmsOrDie(CONFIRM_MILLIS);
    } catch (IOException | TimeoutException e) {
      throw new IllegalStateException("the bad messages were not sent", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
    for (String token : tokens) {
      ledger.add(new Request(token, sentAt, Instant.now(), Answered.ACKNOWLEDGED, "bad message"));
    }
  }
}
