/**
 * Publishing with a stated outcome: every message is mandatory and confirmed, and every caller
 * learns what the broker said of it.
 *
 * @see <a href="https://www.rabbitmq.com/docs/confirms#publisher-confirms">Publisher confirms</a>
 */
@NullMarked
package dev.warren.messaging.publish;

import org.jspecify.annotations.NullMarked;
