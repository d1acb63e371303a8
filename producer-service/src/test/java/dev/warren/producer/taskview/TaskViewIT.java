package dev.warren.producer.taskview;

import static dev.warren.producer.taskview.Events.failed;
import static dev.warren.producer.taskview.Events.started;
import static dev.warren.producer.taskview.Events.submitted;
import static dev.warren.producer.taskview.Events.succeeded;
import static dev.warren.testkit.Bounds.soon;
import static org.assertj.core.api.Assertions.assertThat;

import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.Channel;
import dev.warren.producer.Answer;
import dev.warren.testkit.BrokerTest;
import dev.warren.testkit.Relay;
import dev.warren.testkit.TestVhost;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

@BrokerTest
class TaskViewIT {

  private static final String SUCCEEDED =
      """
      {"id":"a","text":"text of a","state":"succeeded","worker":"worker-1","attempts":1,
       "submittedAt":"2026-01-01T00:00:00Z","startedAt":"2026-01-01T00:00:01Z",
       "finishedAt":"2026-01-01T00:00:02Z","error":null,"replays":0}""";

  @Test
  void everyReplicaAnswersAlike(TestVhost vhost, Channel channel) throws IOException {
    EventStream stream = new EventStream(channel);
    try (Replica one = Replica.start(vhost);
        Replica other = Replica.start(vhost)) {
      stream.append(started("a", 1));
      stream.append(submitted("a"), submitted("b"));
      stream.append(succeeded("a", 1), started("b", 1), failed("b", 1));

      for (Replica replica : new Replica[] {one, other}) {
        soon().until(() -> replica.get("/api/tasks/b").text("state").equals("failed"));
        assertSameJson(replica.get("/api/tasks/a").assertStatus(200), SUCCEEDED);
      }
      assertThat(one.get("/api/tasks").body()).isEqualTo(other.get("/api/tasks").body());
    }
  }

  @Test
  void aReplicaAnswersForATaskThatItHasJustConfirmed(TestVhost vhost) {
    try (Replica replica = Replica.start(vhost).awaitReady()) {
      replica.confirmed(submitted("mine"));

      assertThat(replica.get("/api/tasks/mine").assertStatus(200).text("state"))
          .isEqualTo("queued");
    }
  }

  @Test
  void aRestartedReplicaKnowsTheTasksFromBefore(TestVhost vhost, Channel channel)
      throws IOException {
    new EventStream(channel).append(submitted("a"), started("a", 1), succeeded("a", 1));

    try (Replica restarted = Replica.start(vhost).awaitReady()) {
      assertSameJson(restarted.get("/api/tasks/a").assertStatus(200), SUCCEEDED);
      restarted.get("/api/tasks/never").assertProblem(404, "not-found");
      restarted.get("/api/tasks/never/events").assertProblem(404, "not-found");
    }
  }

  @Test
  void whatIsNoEventIsSkipped(TestVhost vhost, Channel channel) throws IOException {
    EventStream stream = new EventStream(channel);
    BasicProperties hostile =
        new BasicProperties.Builder()
            .contentType("application/x-java-serialized-object")
            .contentEncoding("gzip")
            .headers(Map.of("__TypeId__", "javax.script.ScriptEngineManager", "x", -1))
            .build();
    for (String garbage : new String[] {"", "not json", "{}", "[null,7]", "\u0000\uFFFF", "[]"}) {
      stream.append(garbage);
      stream.append(garbage, hostile);
    }
    stream.append(submitted("a"));

    try (Replica replica = Replica.start(vhost).awaitReady()) {
      replica.get("/api/tasks/a").assertStatus(200);
      assertThat(replica.get("/actuator/prometheus").body())
          .containsPattern("warren_task_events_unreadable_total\\{.*} 12\\.0");
    }
  }

  @Test
  void afterAnInterruptionItReadsOnWhereItWas(TestVhost vhost, Channel channel) throws IOException {
    EventStream stream = new EventStream(channel);
    stream.append(submitted("a"), started("a", 1));
    try (Replica replica = Replica.start(vhost).awaitReady()) {
      replica.cutConnection();
      stream.append(succeeded("a", 1), submitted("b"));

      soon().untilAsserted(() -> replica.get("/api/tasks/b").assertStatus(200));
      assertSameJson(replica.get("/api/tasks/a"), SUCCEEDED);
      assertThat(replica.eventsRead()).isEqualTo(4);
      replica.awaitReady();
    }
  }

  @Test
  void withoutABrokerItStartsAndSaysThatItDoesNotKnow(TestVhost vhost, Channel channel)
      throws IOException {
    new EventStream(channel).append(submitted("a"));
    try (Relay relay = Relay.shutTo(vhost.broker());
        Replica replica = Replica.start(vhost, relay)) {
      replica.get("/actuator/health/liveness").assertStatus(200);
      replica.get("/actuator/health/readiness").assertStatus(503);
      Answer unknown = replica.get("/api/tasks/a").assertProblem(503, "replaying");
      assertThat(unknown.headers().firstValue("Retry-After")).hasValue("1");
      replica.get("/api/events").assertProblem(503, "replaying");

      relay.open();

      soon().untilAsserted(() -> replica.get("/api/tasks/a").assertStatus(200));
      replica.awaitReady();
    }
  }

  @Test
  void listsTasksAndSaysWhatIsWrongWithAQuestion(TestVhost vhost, Channel channel)
      throws IOException {
    new EventStream(channel)
        .append(submitted("old", 1), submitted("new", 3), submitted("b", 2), started("b", 1));
    try (Replica replica = Replica.start(vhost).awaitReady()) {
      assertIds(replica.get("/api/tasks"), "new", "b", "old");
      assertIds(replica.get("/api/tasks?state=&limit="), "new", "b", "old");
      assertIds(replica.get("/api/tasks?limit=1"), "new");
      assertIds(replica.get("/api/tasks?state=queued&limit=1000"), "new", "old");
      for (String wrong : List.of("limit=0", "limit=1001", "limit=x", "limit=-1", "state=QUEUED")) {
        replica.get("/api/tasks?" + wrong).assertProblem(400, "invalid-field");
      }
    }
  }

  private static void assertIds(Answer answer, String... ids) {
    assertThat(answer.assertStatus(200).json().valueStream().map(task -> task.get("id").asString()))
        .containsExactly(ids);
  }

  private static void assertSameJson(Answer answer, String expected) {
    assertThat(answer.json()).isEqualTo(JsonMapper.shared().readTree(expected));
  }
}
