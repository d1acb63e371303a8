/** The mechanism against a real broker. */
@NullMarked
package dev.warren.worker.retry.broker;

import org.jspecify.annotations.NullMarked;
