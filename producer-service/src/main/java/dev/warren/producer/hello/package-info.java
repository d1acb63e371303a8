/**
 * The simplest thing that sends: one queue, reached through the default exchange.
 *
 * @see <a href="https://www.rabbitmq.com/tutorials/tutorial-one-java">Tutorial 1</a>
 */
@NullMarked
package dev.warren.producer.hello;

import org.jspecify.annotations.NullMarked;
