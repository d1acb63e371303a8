/**
 * The tutorials' two receivers: one prints what arrives, one keeps it in a rolling file. They are
 * plain Java; each pattern's listener feeds both, from a queue of its own each.
 *
 * @see <a href="https://www.rabbitmq.com/tutorials/tutorial-three-java">Tutorial 3</a>
 */
@NullMarked
package dev.warren.logsubscriber.receivers;

import org.jspecify.annotations.NullMarked;
