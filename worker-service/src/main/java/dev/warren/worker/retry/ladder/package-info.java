/**
 * A ladder of queues: a failed task waits in one of them until it expires, which leads it back to
 * its queue. Any broker.
 */
@NullMarked
package dev.warren.worker.retry.ladder;

import org.jspecify.annotations.NullMarked;
