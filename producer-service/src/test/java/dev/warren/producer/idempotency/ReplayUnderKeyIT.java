package dev.warren.producer.idempotency;

import static dev.warren.testkit.assertions.BrokerAssertions.assertThatQueue;
import static org.assertj.core.api.Assertions.assertThat;

import com.rabbitmq.client.Channel;
import dev.warren.contracts.WorkQueue;
import dev.warren.producer.Answer;
import dev.warren.producer.Api;
import dev.warren.producer.ProducerTest;
import dev.warren.producer.RunningProducer;
import dev.warren.producer.deadletters.Letters;
import dev.warren.producer.replay.DeadLetterQueue;
import dev.warren.testkit.TestVhost;
import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * A replay of dead letters, again: who has no answer of the first one does not know what it did.
 */
@ProducerTest
class ReplayUnderKeyIT {

  private static final String ALL = "/api/dead-letters/replay";
  private static final DeadLetterQueue LETTERS =
      new DeadLetterQueue(WorkQueue.DEAD_LETTER_QUEUE, WorkQueue.QUEUE);

  private final KeyedProducer producer;
  private final String key = UUID.randomUUID().toString();

  ReplayUnderKeyIT(@LocalServerPort int port, @Autowired ConfigurableApplicationContext context) {
    this.producer = new KeyedProducer(new RunningProducer(context, new Api(port)));
  }

  @AfterEach
  void purge(Channel channel) throws IOException {
    channel.queuePurge(WorkQueue.QUEUE);
    channel.queuePurge(LETTERS.name());
  }

  /** A letter that has died again meanwhile shows that nobody touches it. */
  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {ALL + ", {\"all\":true}", "/api/dead-letters/letter-0/replay, ``"})
  void hasOneEffectAndOneAnswer(String path, String body, Channel channel, TestVhost vhost)
      throws IOException {
    Letters.putMany(channel, 1);
    Answer first = producer.json(key, path, body).assertStatus(200);
    assertThat(first.body()).contains("letter-0", "replayed");
    Letters.putMany(channel, 1);

    Answer second = producer.json(key, path, body).assertStatus(200);

    assertThat(second.body()).isEqualTo(first.body());
    assertThat(second.headers().firstValue("Idempotency-Replayed")).hasValue("true");
    assertThatQueue(vhost, WorkQueue.QUEUE).hasMessages(1);
    assertThatQueue(vhost, LETTERS.name()).hasMessages(1);
  }

  @Test
  void isInUseWhileTheFirstOneWaitsForTheLetters(Channel channel, TestVhost vhost)
      throws IOException {
    Letters.putMany(channel, 1);
    channel.queueDeclare(LETTERS.lock(), false, true, true, Map.of());
    CompletableFuture<Answer> first = Callers.begin(this::replayAll);
    producer.awaitInHand();

    Answer second = replayAll().assertProblem(409, "idempotency-key-in-use");

    assertThat(second.headers().firstValue("Retry-After")).hasValue("1");
    assertThat(first).isNotDone();
    channel.queueDelete(LETTERS.lock());
    assertThat(first.join().assertStatus(200).json().get("done").asInt()).isOne();
    assertThat(replayAll().assertStatus(200).body()).isEqualTo(first.join().body());
    assertThatQueue(vhost, WorkQueue.QUEUE).hasMessages(1);
  }

  private Answer replayAll() {
    return producer.json(key, ALL, "{\"all\":true}");
  }
}
