/** What the starter knows of the broker, on a real one. */
@NullMarked
package dev.warren.messaging.broker;

import org.jspecify.annotations.NullMarked;
