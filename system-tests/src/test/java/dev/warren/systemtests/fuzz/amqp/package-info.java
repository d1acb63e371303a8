/** Hostile messages to everything that takes some, and an account of each. */
@NullMarked
package dev.warren.systemtests.fuzz.amqp;

import org.jspecify.annotations.NullMarked;
