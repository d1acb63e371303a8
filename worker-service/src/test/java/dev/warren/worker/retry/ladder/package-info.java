/** The mechanism against a real broker. */
@NullMarked
package dev.warren.worker.retry.ladder;

import org.jspecify.annotations.NullMarked;
