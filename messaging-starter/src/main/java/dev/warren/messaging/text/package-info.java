/** Text as it comes from strangers: decoded strictly, and made safe for a log. */
@NullMarked
package dev.warren.messaging.text;

import org.jspecify.annotations.NullMarked;
