/** What meters tell of connections. */
@NullMarked
package dev.warren.messaging.metrics;

import org.jspecify.annotations.NullMarked;
