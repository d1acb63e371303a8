package dev.warren.systemtests.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.systemtests.suite.RestClient;
import dev.warren.systemtests.suite.RunningSuite;
import dev.warren.systemtests.suite.Seen;
import dev.warren.systemtests.suite.SystemTest;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Replicas of the worker, as the user adds and removes them. A dot is a tenth of a second here. */
@SystemTest
@TestMethodOrder(OrderAnnotation.class)
class ScaledWorkersIT {

  private static final int WORKERS = 4;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final RunningSuite suite;

  ScaledWorkersIT(RunningSuite suite) {
    this.suite = suite;
  }

  @BeforeEach
  void fourWorkers() {
    suite.scale("worker", WORKERS);
  }

  @Test
  @Order(1)
  void fourWorkersShareTheTasksEvenlyAndNeedAQuarterOfTheTime() {
    done(submit(20, "The first ones of a new process take longer"));
    Map<String, Long> before = doneByEach();
    List<JsonNode> tasks = done(submit(40, "Shared...."));

    Map<String, Long> shares = doneByEach();
    before.forEach((worker, count) -> shares.merge(worker, -count, Long::sum));
    assertThat(shares.values())
        .hasSize(WORKERS)
        .allSatisfy(share -> assertThat(share).isBetween(8L, 12L));
    assertThat(timeOf(tasks)).isLessThan(workIn(tasks).multipliedBy(2).dividedBy(5));
    assertThat(doneAsStatusTells()).containsExactlyInAnyOrderElementsOf(doneByEach().values());
  }

  @Test
  @Order(2)
  void oneSlowTaskDoesNotHoldBackOthers() {
    String slow = submit(1, "Slow" + ".".repeat(80)).get(0);
    Tasks.awaitState(suite.producer(), slow, "running");

    done(submit(24, "Quick."));

    assertThat(Tasks.get(suite.producer(), slow).get("state").stringValue()).isEqualTo("running");
    Tasks.awaitDone(suite.producer(), slow);
  }

  /** It comes last, since it leaves one worker, as the other tests of the suite expect it. */
  @Test
  @Order(3)
  void scalingDownWhileTasksRunLosesNoneAndRepeatsNone() {
    List<String> ids = submit(16, "In hand when workers go.....");
    Seen.eventually("all workers are busy", () -> busyWorkers() == WORKERS);

    suite.scale("worker", 1);

    done(ids);
    assertThat(ids).allSatisfy(id -> assertThat(timesStarted(id)).as(id).isOne());
  }

  private List<String> submit(int count, String text) {
    String body =
        Collections.nCopies(count, "{\"text\":\"" + Seen.uniqueText("") + text + "\"}").stream()
            .collect(Collectors.joining(",", "[", "]"));
    return suite.producer().postJson("/api/tasks/bulk", body).json().findValuesAsString("id");
  }

  private List<JsonNode> done(List<String> ids) {
    return ids.stream().map(id -> Tasks.awaitDone(suite.producer(), id)).toList();
  }

  /**
   * By its whole history: what was handed out, and given back before it was begun, is no repeat.
   */
  private long timesStarted(String id) {
    String history = suite.producer().get("/api/tasks/" + id + "/events").body();
    return history.lines().filter(line -> line.matches("event: ?running")).count();
  }

  /** How many tasks each worker has done since it started. */
  private Map<String, Long> doneByEach() {
    Map<String, Long> done = new HashMap<>();
    for (RestClient worker : suite.replicas("worker")) {
      JsonNode status = worker.get("/api/worker").json();
      done.put(status.get("worker").stringValue(), status.get("processed").longValue());
    }
    return done;
  }

  private List<Long> doneAsStatusTells() {
    String status = suite.warren("status", "--json").orThrow().output();
    return JSON.readTree(status)
        .get("services")
        .valueStream()
        .filter(member -> member.get("service").stringValue().equals("worker-service"))
        .map(member -> member.get("done").longValue())
        .toList();
  }

  private long busyWorkers() {
    return suite.replicas("worker").stream()
        .filter(worker -> worker.get("/api/worker").json().get("busy").booleanValue())
        .count();
  }

  private static Duration timeOf(List<JsonNode> tasks) {
    return Duration.between(
        tasks.stream().map(task -> at(task, "startedAt")).min(Instant::compareTo).orElseThrow(),
        tasks.stream().map(task -> at(task, "finishedAt")).max(Instant::compareTo).orElseThrow());
  }

  private static Duration workIn(List<JsonNode> tasks) {
    return tasks.stream()
        .map(task -> Duration.between(at(task, "startedAt"), at(task, "finishedAt")))
        .reduce(Duration.ZERO, Duration::plus);
  }

  private static Instant at(JsonNode task, String field) {
    return Instant.parse(task.get(field).stringValue());
  }
}
