/**
 * The publishing side of the task history: events are batched into JSON arrays on the {@code
 * task_events} stream, in order and at least once, without ever holding up the work they tell of.
 *
 * @see <a href="https://www.rabbitmq.com/docs/streams">Streams</a>
 */
@NullMarked
package dev.warren.messaging.taskevents;

import org.jspecify.annotations.NullMarked;
