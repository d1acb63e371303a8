package dev.warren.producer.deadletters;

import static dev.warren.testkit.assertions.BrokerAssertions.assertThatQueue;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.rabbitmq.client.Channel;
import dev.warren.contracts.Orders;
import dev.warren.contracts.WorkQueue;
import dev.warren.messaging.broker.TopologyRepair;
import dev.warren.messaging.publish.ConfirmedPublisher;
import dev.warren.messaging.web.ProblemException;
import dev.warren.messaging.web.ProblemType;
import dev.warren.producer.Answer;
import dev.warren.producer.Api;
import dev.warren.producer.ProducerTest;
import dev.warren.producer.deadletters.LetterReport.Item;
import dev.warren.producer.replay.DeadLetterQueue;
import dev.warren.testkit.TestVhost;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.amqp.rabbit.connection.CachingConnectionFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.amqp.autoconfigure.RabbitConnectionDetails;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What has been done is told, although the rest fails. */
@ProducerTest
@ExtendWith(OutputCaptureExtension.class)
class BrokenOffIT {

  private static final String REPLAY = "/api/dead-letters/replay";
  private static final DeadLetterQueue TASKS =
      new DeadLetterQueue(WorkQueue.DEAD_LETTER_QUEUE, WorkQueue.QUEUE);
  private static final DeadLetterQueue ORDERS =
      new DeadLetterQueue(Orders.DEAD_LETTER_QUEUE, Orders.QUEUE);

  private final Api api;
  private final CachingConnectionFactory connections;
  private final RabbitConnectionDetails details;
  private final TopologyRepair topology;
  private final DeadLetterMeters meters;

  BrokenOffIT(
      @LocalServerPort int port,
      @Autowired CachingConnectionFactory connections,
      @Autowired RabbitConnectionDetails details,
      @Autowired TopologyRepair topology,
      @Autowired DeadLetterMeters meters) {
    this.api = new Api(port);
    this.connections = connections;
    this.details = details;
    this.topology = topology;
    this.meters = meters;
  }

  @AfterEach
  void purge(Channel channel) throws IOException {
    channel.queueDelete(ORDERS.lock());
    for (DeadLetterQueue queue : List.of(TASKS, ORDERS)) {
      channel.queuePurge(queue.name());
    }
    channel.queuePurge(WorkQueue.QUEUE);
  }

  @Test
  void aReplayThatFindsALaterQueueBusyTellsWhatItHasDone(Channel channel, TestVhost vhost)
      throws IOException {
    Letters.putMany(channel, 3);
    Letters.put(channel, ORDERS.name(), Letters.failed("order"), "{}".getBytes(UTF_8));
    channel.queueDeclare(ORDERS.lock(), false, true, true, Map.of());

    Answer answer = api.postJson(REPLAY, "{\"all\":true}").assertStatus(207);

    assertThat(answer.json().get("done").asInt()).isEqualTo(3);
    assertThat(answer.json().get("more").asBoolean()).isTrue();
    assertThat(answer.text("error")).contains(ORDERS.name());
    assertThat(answer.json().get("items").valueStream().map(item -> item.get("id").asString()))
        .containsExactly("letter-0", "letter-1", "letter-2");
    assertThatQueue(vhost, WorkQueue.QUEUE).hasMessages(3);
    assertThatQueue(vhost, ORDERS.name()).hasMessages(1);
  }

  @Test
  void whatWasAskedForByItsIdAndNotReachedIsSaidNotToBeSent(Channel channel) throws IOException {
    Letters.putMany(channel, 1);
    channel.queueDeclare(ORDERS.lock(), false, true, true, Map.of());

    Answer answer = api.postJson(REPLAY, "{\"ids\":[\"order\",\"letter-0\"]}").assertStatus(207);

    assertThat(outcomes(answer)).containsExactly("replayed", "not-sent");
    assertThat(answer.json().at("/items/1/id").asString()).isEqualTo("order");
  }

  @Test
  void whoHasDoneNothingBeforeALaterQueueIsBusyIsOnlyToldSo(Channel channel) throws IOException {
    channel.queueDeclare(ORDERS.lock(), false, true, true, Map.of());

    api.postJson(REPLAY, "{\"all\":true}").assertProblem(503, "dead-letters-busy");
    api.postJson("/api/dead-letters/nobody/replay", "").assertProblem(503, "dead-letters-busy");
  }

  @Test
  void aReplayThatLosesItsConnectionTellsAllThatIsInItsQueueAgain(
      Channel channel, TestVhost vhost, @Autowired ConfirmedPublisher publisher)
      throws IOException {
    Letters.putMany(channel, 60);
    DeadLetterReplay replay = new DeadLetterReplay(breakingAfter(10), publisher, event -> {});

    LetterReport report = replay.replay(List.of(TASKS), LetterSelection.all(null));

    assertThat(report.error()).contains("broke off");
    assertThat(report.more()).isTrue();
    assertThat(report.items()).extracting(Item::outcome).containsOnly("replayed");
    assertThat(report.done()).isGreaterThan(10);
    assertThatQueue(vhost, WorkQueue.QUEUE).hasMessages(report.done());
  }

  @Test
  void aDiscardThatLosesItsConnectionNamesAllThatMayBeGone(Channel channel, CapturedOutput output)
      throws IOException {
    Letters.putMany(channel, 200);
    DeadLetterDiscard discard = new DeadLetterDiscard(breakingAfter(110));

    LetterReport report = discard.discard(List.of(TASKS), LetterSelection.all(null));

    assertThat(report.done()).isEqualTo(100);
    assertThat(report.total()).isEqualTo(111);
    assertThat(report.items().subList(100, 111))
        .extracting(Item::outcome)
        .containsOnly("unconfirmed");
    assertThat(output.getOut())
        .contains(IntStream.range(0, 111).mapToObj(i -> "letter-" + i + " from").toList());
  }

  @Test
  void aDiscardOfWhichNothingIsKnownIsUnconfirmed(Channel channel) throws IOException {
    Letters.putMany(channel, 3);
    DeadLetterDiscard discard = new DeadLetterDiscard(breakingAfter(1));

    LetterReport report = discard.discard(List.of(TASKS), LetterSelection.all(null));

    assertThatThrownBy(report::answer)
        .isInstanceOfSatisfying(
            ProblemException.class,
            problem -> assertThat(problem.problemType()).isEqualTo(ProblemType.UNCONFIRMED));
  }

  private DeadLetterRound breakingAfter(int acknowledged) {
    DeadLetterConnections breaking = new BreakingConnections(connections, details, acknowledged);
    DeadLetterProperties bounds =
        new DeadLetterProperties(Duration.ofSeconds(5), Duration.ofSeconds(30));
    return new DeadLetterRound(new DeadLetterAccess(breaking, bounds, topology), meters);
  }

  private static List<String> outcomes(Answer report) {
    return report
        .json()
        .get("items")
        .valueStream()
        .map(item -> item.get("outcome").asString())
        .toList();
  }
}
