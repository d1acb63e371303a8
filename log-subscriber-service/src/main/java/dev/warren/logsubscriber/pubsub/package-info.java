/**
 * Publish/subscribe, the subscribers' side: every queue bound to the fanout exchange {@code logs}
 * gets a copy of every message.
 *
 * @see <a href="https://www.rabbitmq.com/tutorials/tutorial-three-java">Tutorial 3</a>
 */
@NullMarked
package dev.warren.logsubscriber.pubsub;

import org.jspecify.annotations.NullMarked;
