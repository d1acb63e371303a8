package dev.warren.worker.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.warren.contracts.Simulation;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SimulatedFaultsTest {

  private static final Map<String, Object> TWICE = Map.of(Simulation.FAIL_ATTEMPTS, 2L);

  private final SimulatedFaults faults = new SimulatedFaults(true);

  @Test
  void theFirstAttemptsFailAndTheNextOneDoesNot() {
    assertThatThrownBy(() -> faults.before(1, TWICE)).hasMessageContaining("simulated");
    assertThatThrownBy(() -> faults.before(2, TWICE)).hasMessageContaining("simulated");
    assertThatCode(() -> faults.before(3, TWICE)).doesNotThrowAnyException();
  }

  @Test
  void aHangTakesItsTime() throws InterruptedException {
    long start = System.nanoTime();
    faults.before(1, Map.of(Simulation.HANG_FOR, 50L));

    assertThat(System.nanoTime() - start).isGreaterThanOrEqualTo(50_000_000L);
  }

  @Test
  void nothingHappensUnlessItIsAllowed() {
    Map<String, Object> all = Map.of(Simulation.CRASH, true, Simulation.FAIL_ATTEMPTS, 9);

    assertThatCode(() -> new SimulatedFaults(false).before(1, all)).doesNotThrowAnyException();
  }

  @Test
  void whatIsNoFaultIsNone() {
    assertThatCode(() -> faults.before(1, Map.of(Simulation.CRASH, "yes", "other", 1)))
        .doesNotThrowAnyException();
  }
}
