/** Settings that cannot be as they are: the service says so, and does not start. */
@NullMarked
package dev.warren.messaging.settings;

import org.jspecify.annotations.NullMarked;
