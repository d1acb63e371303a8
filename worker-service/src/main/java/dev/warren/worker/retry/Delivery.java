package dev.warren.worker.retry;

import java.util.function.BooleanSupplier;
import org.springframework.amqp.core.Message;

/**
 * A message in this worker's hands.
 *
 * @param id its {@code message_id}, or the one that was made for it
 * @param held see {@link #isHeld()}
 */
public record Delivery(Message message, String id, BooleanSupplier held) {

  /**
   * Whether the broker still waits for its acknowledgement. When the channel is closed, the broker
   * has the message back and gives it to others: nothing is left to be arranged for it here.
   *
   * <p>With the direct container this can be true of what was prefetched on a channel that is
   * closed: Spring opens another one in its place when an acknowledgement fails.
   */
  public boolean isHeld() {
    return held.getAsBoolean();
  }
}
