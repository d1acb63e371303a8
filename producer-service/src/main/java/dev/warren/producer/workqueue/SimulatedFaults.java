package dev.warren.producer.workqueue;

import dev.warren.contracts.Simulation;
import dev.warren.messaging.web.ProblemException;
import dev.warren.messaging.web.ProblemType;
import dev.warren.security.Callers;
import dev.warren.security.Scope;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.amqp.core.MessageProperties;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Asks workers to go wrong, by headers. Only where {@code warren.simulate-faults} allows it, which
 * it does not by default: whoever may send a task could stop all workers.
 */
@Component
class SimulatedFaults {

  private final boolean allowed;
  private final Callers callers;

  SimulatedFaults(@Value("${warren.simulate-faults:false}") boolean allowed, Callers callers) {
    this.allowed = allowed;
    this.callers = callers;
  }

  /**
   * The headers of a task.
   *
   * @throws ProblemException 403 if there are to be faults and none are simulated here, or not for
   *     this caller; 400 if the request makes no sense
   */
  Consumer<MessageProperties> headers(@Nullable SimulateRequest faults) {
    if (faults == null) {
      return properties -> {};
    }
    if (!allowed) {
      throw new ProblemException(
          ProblemType.SIMULATION_DISABLED,
          "simulate is only taken where WARREN_SIMULATE_FAULTS is true");
    }
    callers.require(Scope.ADMIN);
    Duration hang = faults.hang();
    return properties -> {
      set(properties, Simulation.FAIL_ATTEMPTS, faults.failAttempts());
      set(properties, Simulation.HANG_FOR, hang == null ? null : hang.toMillis());
      set(properties, Simulation.CRASH, faults.crash());
    };
  }

  private static void set(MessageProperties properties, String header, @Nullable Object value) {
    if (value != null) {
      properties.setHeader(header, value);
    }
  }
}
