/** Consumes the work queues. */
@NullMarked
package dev.warren.worker;

import org.jspecify.annotations.NullMarked;
