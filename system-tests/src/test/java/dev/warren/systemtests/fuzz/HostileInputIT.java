package dev.warren.systemtests.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.systemtests.fuzz.FuzzOptions.Cases;
import dev.warren.systemtests.suite.Mode;
import dev.warren.systemtests.suite.RunningSuite;
import dev.warren.systemtests.suite.SystemTest;
import org.junit.jupiter.api.Test;

/** The first cases of one seed. {@code ./warren fuzz} has as many as one likes. */
@SystemTest(Mode.LOCAL) // where the heap is seen as well
class HostileInputIT {

  private static final long SEED = 5;
  private static final Cases REQUESTS = Cases.first(600);
  private static final Cases MESSAGES = Cases.first(300);

  private final RunningSuite suite;

  HostileInputIT(RunningSuite suite) {
    this.suite = suite;
  }

  @Test
  void nobodyNoticesWhatStrangersSend() {
    FuzzOptions few = new FuzzOptions(suite.mode(), true, SEED, REQUESTS, MESSAGES);

    FuzzResult result = new FuzzRun(suite, few, line -> {}).all();

    assertThat(result.findings()).as(result.toString()).isEmpty();
    assertThat(result.fates()).containsKeys("done", "dead", "answered", "received", "refused");
    assertThat(result.answers()).containsKeys("200", "202", "400", "404", "415");
  }
}
