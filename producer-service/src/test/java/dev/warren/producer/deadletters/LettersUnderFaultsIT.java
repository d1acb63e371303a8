package dev.warren.producer.deadletters;

import static dev.warren.testkit.assertions.BrokerAssertions.assertThatQueue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import dev.warren.contracts.WorkQueue;
import dev.warren.messaging.broker.TopologyRepair;
import dev.warren.messaging.publish.ConfirmedPublisher;
import dev.warren.messaging.publish.PublishOutcome;
import dev.warren.messaging.web.ProblemException;
import dev.warren.messaging.web.ProblemType;
import dev.warren.producer.Answer;
import dev.warren.producer.Api;
import dev.warren.producer.ProducerApplication;
import dev.warren.producer.ProducerTest;
import dev.warren.producer.replay.DeadLetterQueue;
import dev.warren.testkit.Bounds;
import dev.warren.testkit.TestVhost;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ConfigurableApplicationContext;

@ProducerTest
class LettersUnderFaultsIT {

  private static final String LETTERS = "/api/dead-letters";
  private static final DeadLetterQueue QUEUE =
      new DeadLetterQueue(WorkQueue.DEAD_LETTER_QUEUE, WorkQueue.QUEUE);

  private final Api api;
  private final DeadLetterConnections connections;
  private final ConfirmedPublisher publisher;

  LettersUnderFaultsIT(
      @LocalServerPort int port,
      @Autowired DeadLetterConnections connections,
      @Autowired ConfirmedPublisher publisher) {
    this.api = new Api(port);
    this.connections = connections;
    this.publisher = publisher;
  }

  @AfterEach
  void purge(Channel channel) throws IOException {
    channel.queuePurge(WorkQueue.QUEUE);
    channel.queuePurge(WorkQueue.DEAD_LETTER_QUEUE);
  }

  /** As if the service died between the confirm and the acknowledgement. */
  @Test
  void aDeathInTheMiddleOfAReplayRepeatsALetterAndLosesNone(Channel channel, TestVhost vhost)
      throws Exception {
    Letters.putMany(channel, 3);
    Connection connection = connections.open();
    ConfirmedPublisher dying =
        (exchange, key, message) -> {
          PublishOutcome outcome = publisher.publishAndAwait(exchange, key, message);
          connection.abort();
          return CompletableFuture.completedFuture(outcome);
        };
    TakenLetters letters =
        new TakenLetters(connection.createChannel(), QUEUE, Duration.ofSeconds(30));
    List<LetterReport.Item> items = new ArrayList<>();
    ReplayRun run = new ReplayRun(dying, letters, WorkQueue.QUEUE, letter -> {}, items);

    assertThatThrownBy(() -> run.replay(LetterSelection.ids(List.of("letter-1")), 10)).isNotNull();

    assertThatQueue(vhost, WorkQueue.QUEUE).hasMessages(1);
    assertThatQueue(vhost, WorkQueue.DEAD_LETTER_QUEUE).hasMessages(3);
    assertThat(ids(api.get(LETTERS))).containsExactlyInAnyOrder("letter-0", "letter-1", "letter-2");
  }

  @Test
  void thoseWhoLookAtTheSameTimeSeeTheSameInEveryReplica(Channel channel, TestVhost vhost)
      throws IOException {
    Letters.putMany(channel, 60);
    List<String> all = IntStream.range(0, 60).mapToObj(i -> "letter-" + i).toList();
    try (ConfigurableApplicationContext other = start(vhost)) {
      Api otherApi =
          new Api(other.getEnvironment().getRequiredProperty("local.server.port", Integer.class));
      List<CompletableFuture<Answer>> answers = new ArrayList<>();
      for (int i = 0; i < 12; i++) {
        Api one = i % 2 == 0 ? api : otherApi;
        answers.add(CompletableFuture.supplyAsync(() -> one.get(LETTERS + "?limit=1000")));
      }
      for (CompletableFuture<Answer> answer : answers) {
        assertThat(ids(answer.join().assertStatus(200))).isEqualTo(all);
      }
    }
  }

  @Test
  void whoeverWaitsTooLongForAnotherIsToldSo(Channel channel) throws IOException {
    Letters.putMany(channel, 1);
    channel.queueDeclare(QUEUE.lock(), false, true, true, Map.of());

    Answer busy = api.get(LETTERS + "?queue=task_queue.dlq");

    busy.assertProblem(503, "dead-letters-busy");
    assertThat(busy.headers().firstValue("Retry-After")).hasValue("1");
    channel.queueDelete(QUEUE.lock());
    assertThat(ids(api.get(LETTERS))).containsExactly("letter-0");
  }

  @Test
  void whoeverHasNoTimeToLookAtAllDoesNotSayThatThereIsNone(
      Channel channel, @Autowired TopologyRepair topology) throws IOException {
    Letters.putMany(channel, 100);
    Duration noTime = Duration.ofNanos(1);
    DeadLetterLook look =
        new DeadLetterLook(
            new DeadLetterAccess(
                connections, new DeadLetterProperties(Duration.ofSeconds(5), noTime), topology));

    assertThatThrownBy(() -> look.find(List.of(QUEUE), "letter-99"))
        .isInstanceOfSatisfying(
            ProblemException.class,
            problem -> assertThat(problem.problemType()).isEqualTo(ProblemType.DEAD_LETTERS_BUSY));
  }

  @Test
  void aLetterThatNoClientCanReadIsSaidToBeOneAndHarmsNobodyElse(Channel channel, TestVhost vhost)
      throws IOException {
    List<Object> nested = List.of();
    for (int i = 0; i < 100; i++) {
      nested = List.of(nested);
    }
    Letters.put(
        channel,
        new BasicProperties.Builder().headers(Map.of("deep", nested)).build(),
        new byte[0]);

    api.get(LETTERS + "?queue=task_queue.dlq").assertProblem(502, "dead-letter-unreadable");

    assertThatQueue(vhost, WorkQueue.DEAD_LETTER_QUEUE).hasMessages(1);
    api.postText("/api/tasks", "goes on").assertStatus(202);
  }

  @Test
  void aQueueThatIsMissingIsDeclaredAgain(Channel channel) throws IOException {
    channel.queueDelete(WorkQueue.DEAD_LETTER_QUEUE);

    Bounds.soon().until(() -> api.get(LETTERS).status() == 200);
  }

  private static ConfigurableApplicationContext start(TestVhost vhost) {
    Stream<String> settings =
        Stream.concat(Stream.of("server.port=0"), vhost.springSettings().stream());
    return new SpringApplicationBuilder(ProducerApplication.class)
        .run(settings.map(setting -> "--" + setting).toArray(String[]::new));
  }

  private static List<String> ids(Answer list) {
    return list.json()
        .get("letters")
        .valueStream()
        .map(letter -> letter.get("id").asString())
        .toList();
  }
}
