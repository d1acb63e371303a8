package dev.warren.systemtests.faults.lab;

import dev.warren.systemtests.suite.Mode;

/** Something that goes wrong, and what the suite promises even so. */
public interface Fault {

  /** What it is called on the command line, such as {@code broker-killed}. */
  String name();

  /** What happens, and what has to hold, in a sentence or two for the report. */
  String expectation();

  /** Whether it can be caused in this way to run: with one broker node, unless it says else. */
  default boolean isPossible(Mode mode) {
    return mode != Mode.CLUSTER;
  }

  /** Causes it and judges what came of it. The suite is as before when this returns or throws. */
  FaultResult run(Lab lab);
}
