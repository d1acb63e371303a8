/**
 * Topics, the subscribers' side: queues bound to the topic exchange {@code topic_logs}, once for
 * each pattern they want. A message that matches twice arrives once.
 *
 * @see <a href="https://www.rabbitmq.com/tutorials/tutorial-five-java">Tutorial 5</a>
 */
@NullMarked
package dev.warren.logsubscriber.topics;

import org.jspecify.annotations.NullMarked;
