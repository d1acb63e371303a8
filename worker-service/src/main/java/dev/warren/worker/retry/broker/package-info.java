/**
 * The broker's own delayed retry: a rejected task stays in its quorum queue, which holds it back
 * for longer each time. RabbitMQ 4.3 and later.
 */
@NullMarked
package dev.warren.worker.retry.broker;

import org.jspecify.annotations.NullMarked;
