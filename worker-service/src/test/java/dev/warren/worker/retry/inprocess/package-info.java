/** The mechanism against a real broker. */
@NullMarked
package dev.warren.worker.retry.inprocess;

import org.jspecify.annotations.NullMarked;
