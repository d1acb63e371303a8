package dev.warren.producer.workqueue;

import org.jspecify.annotations.Nullable;

/**
 * One task of a bulk, as it was read.
 *
 * @param text the task; absent if it is not valid
 * @param error why it is not; absent if it is
 */
record BulkItem(@Nullable String text, @Nullable String error) {

  static BulkItem valid(String text) {
    return new BulkItem(text, null);
  }

  static BulkItem invalid(String error) {
    return new BulkItem(null, error);
  }
}
