package dev.warren.producer.idempotency;

import java.util.Locale;

/** What came of a request under a key. */
enum KeyResult {
  /** The key was not known. */
  NEW,
  /** It was answered as before. */
  REPEATED,
  /** Another one is in hand. */
  CONFLICT,
  /** The key came with another request before. */
  MISMATCH,
  /** The one before was refused, has an unknown outcome or was cut off; it is tried again. */
  TAKEN_OVER;

  /** As meters name it. */
  String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
