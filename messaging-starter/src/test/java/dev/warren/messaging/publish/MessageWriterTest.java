package dev.warren.messaging.publish;

import static dev.warren.testkit.Bounds.soon;
import static org.assertj.core.api.Assertions.assertThat;

import com.rabbitmq.client.AMQP.BasicProperties;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MessageWriterTest {

  private final Queue<String> written = new ConcurrentLinkedQueue<>();
  private final CountDownLatch released = new CountDownLatch(1);
  private volatile Consumer<WaitingMessage> write = message -> {};
  private final MessageWriter writer =
      MessageWriter.start("test-writer", message -> write.accept(message), () -> {});

  @AfterEach
  void stop() throws InterruptedException {
    released.countDown();
    writer.stop(Duration.ofSeconds(10));
  }

  @Test
  void writesTheNextOneThoughTheLastEndedInAnError() {
    write =
        message -> {
          if (message.routingKey.equals("first")) {
            throw new StackOverflowError("a header as deep as the sea");
          }
          written.add(message.routingKey);
        };

    writer.add(message("first", 100));
    writer.add(message("second", 100));

    soon().untilAsserted(() -> assertThat(written).containsExactly("second"));
  }

  @Test
  void findsWhatIsLateAlsoBehindWhatIsNot() {
    write = message -> hold();
    WaitingMessage held = message("held", 100);
    WaitingMessage barged = message("barged", 200);
    WaitingMessage waited = message("waited", 100);
    writer.add(held);
    soon().until(() -> written.contains("held by the connection"));
    writer.add(barged);
    writer.add(waited);

    assertThat(writer.removeLate(150)).containsExactly(held, waited);

    assertThat(writer.removeAll()).containsExactly(barged);
  }

  @Test
  void hasWrittenWhatItHadInHandWhenItIsStopped() throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(1);
    write =
        message -> {
          begun.countDown();
          Thread.interrupted(); // a socket does not mind
          written.add(message.routingKey);
        };
    writer.add(message("in hand", 100));
    begun.await();

    writer.stop(Duration.ofSeconds(10));

    assertThat(written).containsExactly("in hand");
  }

  private void hold() {
    written.add("held by the connection");
    try {
      released.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static WaitingMessage message(String key, long deadline) {
    return new WaitingMessage(
        key, new BasicProperties(), new byte[0], new PendingConfirm(key, deadline));
  }
}
