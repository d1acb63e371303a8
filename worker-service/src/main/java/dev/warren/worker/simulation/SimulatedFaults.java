package dev.warren.worker.simulation;

import dev.warren.contracts.Simulation;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Goes wrong where a task's headers ask for it ({@link Simulation}): fails its first attempts, does
 * nothing for a while, or ends the process. Only with {@code warren.simulate-faults=true}, since
 * whoever may send tasks could stop all workers by it; the default is false.
 */
@Component
public final class SimulatedFaults {

  private static final Logger log = LoggerFactory.getLogger(SimulatedFaults.class);

  /** What the shell reports of a process that was killed by SIGKILL. */
  private static final int KILLED = 137;

  private final boolean enabled;

  SimulatedFaults(@Value("${warren.simulate-faults:false}") boolean enabled) {
    this.enabled = enabled;
  }

  /**
   * To be called at the beginning of an attempt.
   *
   * @throws InterruptedException if it has to stop doing nothing
   */
  public void before(int attempt, Map<String, ?> headers) throws InterruptedException {
    Number failing = headers.get(Simulation.FAIL_ATTEMPTS) instanceof Number n ? n : null;
    Number hang = headers.get(Simulation.HANG_FOR) instanceof Number n ? n : null;
    boolean crash = Boolean.TRUE.equals(headers.get(Simulation.CRASH));
    if (failing == null && hang == null && !crash) {
      return;
    }
    if (enabled) {
      simulate(attempt, failing, hang, crash);
    } else {
      log.debug("A task asks for a simulated fault; warren.simulate-faults is false");
    }
  }

  private static void simulate(
      int attempt, @Nullable Number failing, @Nullable Number hang, boolean crash)
      throws InterruptedException {
    if (crash) {
      log.error("A task asks for the end of this process");
      Runtime.getRuntime().halt(KILLED);
    }
    if (hang != null) {
      TimeUnit.MILLISECONDS.sleep(hang.longValue());
    }
    if (failing != null && attempt <= failing.longValue()) {
      throw new SimulatedFaultException(
          "simulated: attempt %d of %d that fail".formatted(attempt, failing.longValue()));
    }
  }
}
