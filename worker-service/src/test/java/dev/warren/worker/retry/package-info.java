/** What every mechanism has to do. */
@NullMarked
package dev.warren.worker.retry;

import org.jspecify.annotations.NullMarked;
