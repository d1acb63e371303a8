package dev.warren.contracts;

import java.time.Instant;
import java.util.Objects;

/**
 * An order was placed.
 *
 * @param orderId which; at most 36 characters
 * @param item what was ordered; at most 200 characters
 * @param quantity how many of it, at least 1
 * @param placedAt when
 */
public record OrderPlaced(String orderId, String item, int quantity, Instant placedAt) {

  private static final int LONGEST_ID = 36;
  private static final int LONGEST_ITEM = 200;

  public OrderPlaced {
    Objects.requireNonNull(orderId, "orderId");
    Objects.requireNonNull(item, "item");
    Objects.requireNonNull(placedAt, "placedAt");
    if (orderId.isEmpty() || orderId.length() > LONGEST_ID) {
      throw new IllegalArgumentException("orderId must have 1 to 36 characters");
    }
    if (item.isEmpty() || item.length() > LONGEST_ITEM || item.indexOf('\0') >= 0) {
      throw new IllegalArgumentException("item must have 1 to 200 characters, none of them NUL");
    }
    if (quantity < 1) {
      throw new IllegalArgumentException("quantity must be at least 1: " + quantity);
    }
  }
}
