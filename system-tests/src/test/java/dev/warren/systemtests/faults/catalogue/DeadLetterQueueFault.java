package dev.warren.systemtests.faults.catalogue;

import dev.warren.systemtests.faults.lab.TaskFault;
import java.time.Duration;

/**
 * What has to go to the dead-letter queue comes while that does not take it. The broker keeps it
 * and tries again; it looks every three minutes, and then at what has waited for three.
 */
abstract class DeadLetterQueueFault extends TaskFault {

  static final int BAD_ONES = 50;

  private static final Duration SECOND_TRY = Duration.ofMinutes(7);

  @Override
  protected int rounds() {
    return 2;
  }

  @Override
  protected boolean strikesInQuiet() {
    return true;
  }

  @Override
  protected Duration deadWithin() {
    return SECOND_TRY;
  }

  @Override
  protected Duration patience() {
    return SECOND_TRY;
  }
}
