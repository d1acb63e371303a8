/**
 * What every task has come to, without a database: each replica reads the {@code task_events}
 * stream from its beginning and folds it into a bounded view, so that any of them can answer, and a
 * restarted one knows what happened before.
 *
 * @see <a href="https://www.rabbitmq.com/docs/streams#consuming">Consuming from streams</a>
 */
@NullMarked
package dev.warren.producer.taskview;

import org.jspecify.annotations.NullMarked;
