/**
 * Faults on demand, for demonstrations and tests. Off unless {@code WARREN_SIMULATE_FAULTS} is
 * true.
 */
@NullMarked
package dev.warren.worker.simulation;

import org.jspecify.annotations.NullMarked;
