/**
 * The idempotent consumer: the id of a message and its effect are written in one database
 * transaction, the id first and under a unique key. A message that comes twice has one effect.
 *
 * @see <a
 *     href="https://microservices.io/patterns/communication-style/idempotent-consumer.html">Idempotent
 *     consumer</a>
 */
@NullMarked
package dev.warren.worker.orders;

import org.jspecify.annotations.NullMarked;
