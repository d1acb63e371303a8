/**
 * What all meters share: few, chosen histogram buckets, the replica's name, and the state of its
 * connections. Every meter of the suite is listed in {@code docs/metrics.md}.
 */
@NullMarked
package dev.warren.messaging.metrics;

import org.jspecify.annotations.NullMarked;
