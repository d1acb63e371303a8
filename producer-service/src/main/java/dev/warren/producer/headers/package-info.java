/**
 * Logs by message headers: a headers exchange.
 *
 * @see <a href="https://www.rabbitmq.com/docs/exchanges#headers">Headers exchanges</a>
 */
@NullMarked
package dev.warren.producer.headers;

import org.jspecify.annotations.NullMarked;
