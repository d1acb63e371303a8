/**
 * Assertions about queues and exchanges as the broker sees them. Each waits, within {@link
 * dev.warren.testkit.Bounds#SOON}, for what it asserts to become true.
 */
@NullMarked
package dev.warren.testkit.assertions;

import org.jspecify.annotations.NullMarked;
