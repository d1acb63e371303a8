/**
 * Logs by severity: a direct exchange.
 *
 * @see <a href="https://www.rabbitmq.com/tutorials/tutorial-four-java">Tutorial 4</a>
 */
@NullMarked
package dev.warren.producer.routing;

import org.jspecify.annotations.NullMarked;
