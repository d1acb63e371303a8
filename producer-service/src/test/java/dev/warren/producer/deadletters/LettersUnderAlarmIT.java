package dev.warren.producer.deadletters;

import static dev.warren.testkit.Bounds.soon;
import static org.assertj.core.api.Assertions.assertThat;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.GetResponse;
import dev.warren.contracts.WorkQueue;
import dev.warren.producer.Answer;
import dev.warren.producer.Api;
import dev.warren.producer.RunningProducer;
import dev.warren.producer.TimedAnswer;
import dev.warren.testkit.OwnBroker;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Replays while the broker lacks memory and takes no message. */
class LettersUnderAlarmIT {

  private static final String ONE = "/api/dead-letters/letter-0/replay";
  private static final String MANY = "/api/dead-letters/replay";
  private static final String ALL = "{\"all\":true}";

  /** The confirm timeout of 5 s, and what a busy machine takes besides. */
  private static final Duration ANSWERED = Duration.ofSeconds(10);

  private static OwnBroker broker;

  private RunningProducer producer;
  private Api api;

  @BeforeAll
  static void startBroker() {
    broker = OwnBroker.start();
  }

  @AfterAll
  static void stopBroker() {
    broker.close();
  }

  @BeforeEach
  void putALetter() throws IOException {
    producer = RunningProducer.start(broker.springSettings());
    api = producer.api();
    api.postText("/api/tasks", "declares the queues").assertStatus(202);
    try (Connection connection = broker.connect()) {
      Channel channel = connection.createChannel();
      channel.queuePurge(WorkQueue.QUEUE);
      channel.queuePurge(WorkQueue.DEAD_LETTER_QUEUE);
      Letters.putMany(channel, 1);
    }
  }

  @AfterEach
  void stop() throws Exception {
    broker.clearMemoryAlarm();
    producer.close();
  }

  @Test
  void aLetterStaysWhereItIsAndComesBackOnceWhenTheAlarmIsOver() throws Exception {
    broker.raiseMemoryAlarm();
    api.postText("/api/logs", "the one that learns of it").assertStatus(503);

    for (Answer refused : List.of(api.postJson(ONE, ""), api.postJson(MANY, ALL))) {
      refused.assertProblem(503, "not-sent");
      assertThat(refused.headers().firstValue("Retry-After")).hasValue("1");
      assertThat(letters()).isOne();
    }

    broker.clearMemoryAlarm();

    soon().until(() -> api.postJson(ONE, "").status() == 200);
    assertThat(letters()).isZero();
    assertThat(tasks()).containsExactly("letter-0");
  }

  /** Its message has left, and the broker reads it when the alarm is over. */
  @Test
  void aReplayThatLearnsOfTheAlarmMayRepeatItsLetterAndDoesNotLoseIt() throws Exception {
    broker.raiseMemoryAlarm();

    TimedAnswer first = TimedAnswer.of(() -> api.postJson(MANY, ALL));

    first.answer().assertProblem(503, "unconfirmed");
    assertThat(first.elapsed()).isLessThan(ANSWERED);
    assertThat(letters()).isOne();

    broker.clearMemoryAlarm();

    soon().until(() -> api.postJson(MANY, ALL).status() == 200);
    assertThat(letters()).isZero();
    assertThat(tasks()).containsOnly("letter-0");
  }

  private static long letters() throws IOException {
    try (Connection connection = broker.connect()) {
      return connection.createChannel().messageCount(WorkQueue.DEAD_LETTER_QUEUE);
    }
  }

  /** The ids of the tasks that are there. */
  private static List<String> tasks() throws IOException {
    List<String> ids = new ArrayList<>();
    try (Connection connection = broker.connect()) {
      Channel channel = connection.createChannel();
      for (GetResponse task = next(channel); task != null; task = next(channel)) {
        ids.add(task.getProps().getMessageId());
      }
    }
    return ids;
  }

  private static @Nullable GetResponse next(Channel channel) throws IOException {
    return channel.basicGet(WorkQueue.QUEUE, true);
  }
}
