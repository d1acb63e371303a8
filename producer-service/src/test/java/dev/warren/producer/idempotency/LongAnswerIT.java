package dev.warren.producer.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import com.rabbitmq.client.Channel;
import dev.warren.contracts.WorkQueue;
import dev.warren.producer.Answer;
import dev.warren.testkit.BrokerTest;
import dev.warren.testkit.DatabaseTest;
import dev.warren.testkit.TestDatabase;
import dev.warren.testkit.TestVhost;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Answers that are long, and those that are too long. */
@BrokerTest
class LongAnswerIT {

  private static final String BULK = "/api/tasks/bulk";

  @DatabaseTest
  void aBulkOfTenThousandIsAnsweredAgainWithAllItsItems(
      TestDatabase database, TestVhost vhost, Channel channel) throws Exception {
    String bulk =
        IntStream.range(0, 10_000)
            .mapToObj("{\"text\":\"task %d\"}"::formatted)
            .collect(Collectors.joining(",", "[", "]"));
    try (KeyedProducer producer =
        KeyedProducer.start(vhost.springSettings(), database.springSettings())) {
      Answer first = producer.json("key", BULK, bulk).assertStatus(202);
      Answer second = producer.json("key", BULK, bulk).assertStatus(202);

      assertThat(second.body()).isEqualTo(first.body());
      assertThat(second.json().get("items").size()).isEqualTo(10_000);
      assertThat(channel.messageCount(WorkQueue.QUEUE)).isEqualTo(10_000);
    }
  }

  @DatabaseTest
  void ofAnAnswerThatIsTooLongItIsKnownThatItWasGiven(
      TestDatabase database, TestVhost vhost, Channel channel) throws Exception {
    try (KeyedProducer producer =
        KeyedProducer.start(
            vhost.springSettings(),
            database.springSettings(),
            "warren.idempotency.max-answer=10B")) {
      producer.task("key", "a task").assertStatus(202);

      Answer again = producer.task("key", "a task").assertProblem(409, "conflict");

      assertThat(again.text("detail")).contains("202", "too long");
      assertThat(channel.messageCount(WorkQueue.QUEUE)).isOne();
    }
  }
}
