/** Defaults of all listener containers, so that a broker's absence or a bad message stops none. */
@NullMarked
package dev.warren.messaging.listen;

import org.jspecify.annotations.NullMarked;
