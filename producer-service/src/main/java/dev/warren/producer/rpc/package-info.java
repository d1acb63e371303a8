/**
 * Asks a server for a Fibonacci number and waits for its reply: request and reply over queues, the
 * calling side. A request and its reply are worth something to the waiting caller only, so both are
 * transient, and what nobody waits for any more expires.
 *
 * @see <a href="https://www.rabbitmq.com/tutorials/tutorial-six-java">Tutorial 6</a>
 * @see <a href="https://www.rabbitmq.com/docs/direct-reply-to">Direct reply-to</a>
 */
@NullMarked
package dev.warren.producer.rpc;

import org.jspecify.annotations.NullMarked;
