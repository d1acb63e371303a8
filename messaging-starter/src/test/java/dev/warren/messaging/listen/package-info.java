/** What listener containers make of strange messages. */
@NullMarked
package dev.warren.messaging.listen;

import org.jspecify.annotations.NullMarked;
