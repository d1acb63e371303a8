/**
 * Logs by pattern: a topic exchange.
 *
 * @see <a href="https://www.rabbitmq.com/tutorials/tutorial-five-java">Tutorial 5</a>
 */
@NullMarked
package dev.warren.producer.topics;

import org.jspecify.annotations.NullMarked;
