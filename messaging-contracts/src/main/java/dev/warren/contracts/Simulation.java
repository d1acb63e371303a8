package dev.warren.contracts;

/**
 * Headers that ask a worker to go wrong, for demonstrations and tests. A worker honours them, and
 * the API sets them, only where {@code WARREN_SIMULATE_FAULTS} is true.
 */
public final class Simulation {

  /** How many attempts fail, from the first one on; an integer. */
  public static final String FAIL_ATTEMPTS = "x-warren-fail-attempts";

  /** How long an attempt does nothing before it works, in milliseconds; a long. */
  public static final String HANG_FOR = "x-warren-hang-for";

  /** Whether an attempt ends the worker's process; a boolean. */
  public static final String CRASH = "x-warren-crash";

  private Simulation() {}
}
