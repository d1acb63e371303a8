package dev.warren.testkit;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

/** How long tests wait. Everything that should happen is waited for, and no longer than this. */
public final class Bounds {

  /** For what the broker or a service does at once; long, because build machines are slow. 15 s. */
  public static final Duration SOON = Duration.ofSeconds(15);

  /** Between two looks. 50 ms. */
  public static final Duration POLL = Duration.ofMillis(50);

  private Bounds() {}

  /** Awaitility with these bounds: {@code soon().untilAsserted(() -> ...)}. */
  public static ConditionFactory soon() {
    return within(SOON);
  }

  /**
   * Awaitility with a bound of its own, for what takes longer. It looks at least once, however slow
   * the machine, so that a failure always says what was seen.
   */
  public static ConditionFactory within(Duration bound) {
    return Awaitility.await()
        .pollInSameThread()
        .atMost(bound)
        .pollDelay(Duration.ZERO)
        .pollInterval(POLL);
  }
}
