package dev.warren.systemtests.faults.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LeakCheckTest {

  private static final Map<String, Footprint> BASELINE = Map.of("worker", of(2, 8, 40, 30));

  @Test
  void asMuchAsBeforeIsNoLeak() {
    assertThat(LeakCheck.leaks(BASELINE, BASELINE)).isEmpty();
  }

  @Test
  void poolsMayGrow() {
    assertThat(leaks(of(3, 30, 80, 100))).isEmpty();
  }

  @Test
  void whatGrowsWithTheWorkIsALeak() {
    assertThat(leaks(of(40, 8, 40, 30))).hasSize(1);
    assertThat(leaks(of(2, 500, 40, 30))).hasSize(1);
    assertThat(leaks(of(2, 8, 1_000, 30))).hasSize(1);
    assertThat(leaks(of(2, 8, 40, 400))).hasSize(1);
  }

  @Test
  void aServiceThatDoesNotTellIsNotOverlooked() {
    assertThat(LeakCheck.leaks(BASELINE, Map.of())).hasSize(1);
  }

  private static List<String> leaks(Footprint now) {
    return LeakCheck.leaks(BASELINE, Map.of("worker", now));
  }

  private static Footprint of(long connections, long channels, long threads, long megabytes) {
    return new Footprint(connections, channels, threads, megabytes);
  }
}
