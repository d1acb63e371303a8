package dev.warren.systemtests.suite;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Callable;

/** Waits until something is seen from outside, and makes texts that can be told apart. */
public final class Seen {

  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final String RECEIVED = " [x] Received ";

  private Seen() {}

  /** A text that no other test uses. */
  public static String uniqueText(String about) {
    return about + " " + UUID.randomUUID();
  }

  /** Waits until a condition holds, at most 30 seconds; a failing look is repeated. */
  public static void eventually(String what, Callable<Boolean> condition) {
    await(what)
        .atMost(LIMIT)
        .pollInterval(Duration.ofMillis(100))
        .ignoreExceptions()
        .until(condition);
  }

  /** Waits until one of the workers has logged {@code [x] Received} and this body. */
  public static void byAWorker(RunningSuite suite, String text) {
    eventually(
        "a worker has seen: " + text,
        () -> suite.logs("worker").lines().anyMatch(line -> line.endsWith(RECEIVED + text)));
  }

  /** Waits until a subscription of the log subscriber has received this body. */
  public static void byTheLogSubscriber(RunningSuite suite, String subscription, String text) {
    String path = "/api/received?limit=1000&subscription=" + subscription;
    eventually(
        subscription + " has seen: " + text,
        () -> suite.logSubscriber().get(path).body().contains(text));
  }
}
