/**
 * Logs for every subscriber: a fanout exchange.
 *
 * @see <a href="https://www.rabbitmq.com/tutorials/tutorial-three-java">Tutorial 3</a>
 */
@NullMarked
package dev.warren.producer.pubsub;

import org.jspecify.annotations.NullMarked;
