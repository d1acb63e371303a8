package dev.warren.systemtests.faults.lab;

/**
 * How much is done of each fault.
 *
 * @param tasks how many tasks have to be acknowledged at least; the goal is 10 000
 * @param rounds how often a fault strikes at most; each names its own goal
 */
public record Scale(int tasks, int rounds) {

  /** Every goal. */
  public static final Scale FULL = new Scale(10_000, Integer.MAX_VALUE);

  int roundsOf(StrikingFault fault) {
    return Math.min(fault.rounds(), rounds);
  }
}
