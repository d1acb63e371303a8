/**
 * Tasks for workers: accepted only once the broker has them, one by one or in bulk.
 *
 * @see <a href="https://www.rabbitmq.com/tutorials/tutorial-two-java">Tutorial 2</a>
 */
@NullMarked
package dev.warren.producer.workqueue;

import org.jspecify.annotations.NullMarked;
