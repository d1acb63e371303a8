package dev.warren.producer.taskview;

import static dev.warren.producer.taskview.Events.afterReplays;
import static dev.warren.producer.taskview.Events.failed;
import static dev.warren.producer.taskview.Events.replayed;
import static dev.warren.producer.taskview.Events.started;
import static dev.warren.producer.taskview.Events.submitted;
import static dev.warren.producer.taskview.Events.succeeded;
import static dev.warren.testkit.Bounds.soon;
import static org.assertj.core.api.Assertions.assertThat;

import com.rabbitmq.client.Channel;
import dev.warren.contracts.TaskEvent;
import dev.warren.producer.taskview.SseClient.Event;
import dev.warren.testkit.BrokerTest;
import dev.warren.testkit.TestVhost;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@BrokerTest
@Timeout(120)
class TaskEventsSseIT {

  private final List<AutoCloseable> opened = new ArrayList<>();
  private EventStream stream;
  private Replica replica;

  @BeforeEach
  void start(TestVhost vhost, Channel channel) {
    stream = new EventStream(channel);
    replica = open(Replica.start(vhost).awaitReady());
  }

  @AfterEach
  void stop() throws Exception {
    for (AutoCloseable resource : opened) {
      resource.close();
    }
    opened.clear();
  }

  @Test
  void aTasksStreamReplaysItsHistoryFollowsAndEndsWithTheTask() throws Exception {
    append(submitted("a"), submitted("b"), started("a", 1));

    SseClient client = connect("/api/tasks/a/events", null);
    stream.append(succeeded("b", 1));
    stream.append(succeeded("a", 1));

    assertThat(names(client)).containsExactly("queued", "running", "succeeded");
    assertThat(names(connect("/api/tasks/a/events", null)))
        .as("for a task that has ended")
        .containsExactly("queued", "running", "succeeded");
  }

  @Test
  void aReopenedTasksStreamGoesOn() throws Exception {
    append(submitted("a"), started("a", 1), failed("a", 1), started("a", 2));

    SseClient client = connect("/api/tasks/a/events", null);
    stream.append(succeeded("a", 2));

    assertThat(names(client))
        .containsExactly("queued", "running", "failed", "running", "succeeded");
  }

  @Test
  void aClientThatComesBackToATaskGetsWhatItHasMissed() throws Exception {
    append(submitted("a"), started("a", 1), succeeded("a", 1));
    SseClient first = connect("/api/tasks/a/events", null);
    String queued = Objects.requireNonNull(first.next()).id();
    first.next();
    String succeeded = Objects.requireNonNull(first.next()).id();

    assertThat(names(connect("/api/tasks/a/events", queued)))
        .containsExactly("running", "succeeded");
    assertThat(connect("/api/tasks/a/events", succeeded).status())
        .as("nothing is left: a browser must not come again")
        .isEqualTo(204);
  }

  @Test
  void aTasksStreamEndsWithItAlsoIfItsBeginningIsToldLate() throws Exception {
    SseClient all = connect("/api/events", null);
    append(started("a", 1), succeeded("a", 1));
    append(submitted("a"));
    append(submitted("b"));

    List<Event> seen = take(all, 3);
    assertThat(seen).extracting(Event::name).containsExactly("running", "succeeded", "queued");
    assertThat(seen.get(2).data()).contains("text of b");
    assertThat(names(connect("/api/tasks/a/events", null))).containsExactly("running", "succeeded");
    assertThat(connect("/api/tasks/a/events", seen.get(1).id()).status()).isEqualTo(204);
  }

  @Test
  void aFailedTasksStreamGoesOnWhereItIsKnownToBeReplayed() throws Exception {
    append(submitted("a"), failed("a", 1));
    replica.confirmed(replayed("a", 1));

    SseClient client = connect("/api/tasks/a/events", null);
    stream.append(replayed("a", 1));
    stream.append(afterReplays(1, succeeded("a", 1)));

    assertThat(names(client)).containsExactly("queued", "failed", "queued", "succeeded");
  }

  @Test
  void allEventsAreToldAsTheyHappenWithIdsThatAreTheSameEverywhere(TestVhost vhost)
      throws Exception {
    Replica other = open(Replica.start(vhost).awaitReady());
    SseClient here = connect("/api/events", null);
    SseClient there = open(SseClient.connect(other.port(), "/api/events"));

    stream.append(submitted("a"), started("a", 1));
    stream.append(submitted("b"));

    List<Event> seenHere = take(here, 3);
    assertThat(seenHere).extracting(Event::name).containsExactly("queued", "running", "queued");
    assertThat(seenHere).extracting(Event::id).doesNotContainNull().doesNotHaveDuplicates();
    assertThat(take(there, 3)).isEqualTo(seenHere);
    SseClient resumed = open(SseClient.connect(other.port(), "/api/events", seenHere.get(0).id()));
    assertThat(take(resumed, 2)).isEqualTo(seenHere.subList(1, 3));
  }

  @Test
  void aClientWhoseLastEventIsOutOfReachIsToldSo() throws Exception {
    append(submitted("a"));

    SseClient client = connect("/api/events", "99999999-0");

    assertThat(take(client, 2)).extracting(Event::name).containsExactly("reset", "queued");
  }

  @Test
  void anIdThatIsNoneIsRefused() {
    for (String path : new String[] {"/api/events", "/api/tasks/a/events"}) {
      assertThat(connect(path, "yesterday").status()).isEqualTo(400);
    }
  }

  private void append(TaskEvent... events) throws IOException {
    double before = replica.eventsRead();
    stream.append(events);
    soon().until(() -> replica.eventsRead() == before + events.length);
  }

  private SseClient connect(String path, @Nullable String lastEventId) {
    try {
      return open(SseClient.connect(replica.port(), path, lastEventId));
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(path, e);
    }
  }

  private <T extends AutoCloseable> T open(T resource) {
    opened.add(0, resource);
    return resource;
  }

  private static List<Event> take(SseClient client, int count) throws IOException {
    List<Event> events = new ArrayList<>();
    while (events.size() < count) {
      events.add(Objects.requireNonNull(client.next(), "the stream has ended"));
    }
    return events;
  }

  /** Of all events until the stream ends. */
  private static List<String> names(SseClient client) throws IOException {
    List<String> names = new ArrayList<>();
    for (Event event = client.next(); event != null; event = client.next()) {
      names.add(event.name());
    }
    return names;
  }
}
