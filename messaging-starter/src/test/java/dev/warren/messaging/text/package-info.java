/** Strangers' text. */
@NullMarked
package dev.warren.messaging.text;

import org.jspecify.annotations.NullMarked;
