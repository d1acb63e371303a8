/**
 * Routing, the subscribers' side: queues bound to the direct exchange {@code direct_logs}, once for
 * each severity they want.
 *
 * @see <a href="https://www.rabbitmq.com/tutorials/tutorial-four-java">Tutorial 4</a>
 */
@NullMarked
package dev.warren.logsubscriber.routing;

import org.jspecify.annotations.NullMarked;
