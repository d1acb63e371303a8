package dev.warren.systemtests.fuzz.work;

import static org.awaitility.Awaitility.await;

import dev.warren.systemtests.faults.lab.LeakCheck;
import dev.warren.systemtests.faults.lab.Metrics;
import dev.warren.systemtests.suite.RestClient;
import dev.warren.systemtests.suite.RunningSuite;
import dev.warren.systemtests.suite.SuiteMember;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.awaitility.core.ConditionTimeoutException;
import tools.jackson.databind.JsonNode;

/** What a suite is like when nobody does anything, and whether it is like that again. */
public final class Aftermath {

  /** The broker counts consumers anew every five seconds. */
  private static final Duration LIMIT = Duration.ofSeconds(60);

  private final RunningSuite suite;
  private final LeakCheck leaks;
  private final Map<String, Integer> consumers;
  private final Set<String> subscriptions;

  /** To be made before anything is sent. */
  public Aftermath(RunningSuite suite) {
    this.suite = suite;
    this.subscriptions = subscriptions();
    this.leaks = new LeakCheck(suite);
    this.consumers = consumers();
  }

  /** What is not as before, after strangers' subscriptions are removed. */
  public List<String> findings() {
    removeSubscriptions();
    List<String> findings = new ArrayList<>();
    if (!becomes(() -> missing().isEmpty())) {
      findings.add("consumers are missing: " + missing());
    }
    if (!becomes(() -> inHand(suite::members) == 0)) {
      findings.add("%.0f requests are still in hand".formatted(inHand(suite::members)));
    }
    findings.addAll(leaks.find());
    return findings;
  }

  private static boolean becomes(Callable<Boolean> condition) {
    try {
      await().atMost(LIMIT).pollInterval(Duration.ofSeconds(1)).until(condition);
      return true;
    } catch (ConditionTimeoutException e) {
      return false;
    }
  }

  private Map<String, String> missing() {
    Map<String, Integer> now = consumers();
    Map<String, String> missing = new TreeMap<>();
    consumers.forEach(
        (queue, count) -> {
          int left = now.getOrDefault(queue, 0);
          if (left < count) {
            missing.put(queue, "%d of %d".formatted(left, count));
          }
        });
    return missing;
  }

  private Map<String, Integer> consumers() {
    Map<String, Integer> consumers = new TreeMap<>();
    for (JsonNode queue : suite.broker().management().get("/api/queues/%2F").json()) {
      consumers.put(queue.path("name").asString(), queue.path("consumers").asInt(0));
    }
    return consumers;
  }

  static double inHand(Function<String, List<SuiteMember>> members) {
    return SuiteMember.SERVICES.stream()
        .flatMap(service -> members.apply(service).stream())
        .mapToDouble(member -> Metrics.of(member).value("warren_requests_in_hand"))
        .sum();
  }

  private Set<String> subscriptions() {
    return suite
        .logSubscriber()
        .get("/api/subscriptions")
        .json()
        .valueStream()
        .map(subscription -> subscription.path("id").asString(""))
        .collect(Collectors.toSet());
  }

  private void removeSubscriptions() {
    RestClient subscriber = suite.logSubscriber();
    subscriptions().stream()
        .filter(id -> !subscriptions.contains(id))
        .forEach(id -> subscriber.delete("/api/subscriptions/" + id));
  }
}
