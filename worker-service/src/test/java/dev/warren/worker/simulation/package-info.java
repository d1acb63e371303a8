/** Faults on demand. */
@NullMarked
package dev.warren.worker.simulation;

import org.jspecify.annotations.NullMarked;
