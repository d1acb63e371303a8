/**
 * Retry within the worker: it waits and tries again, and holds up everything behind the task
 * meanwhile. For comparison, and for failures that pass within moments.
 */
@NullMarked
package dev.warren.worker.retry.inprocess;

import org.jspecify.annotations.NullMarked;
