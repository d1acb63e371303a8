/** Hostile input at scale: what {@code ./warren fuzz} and the build send, and what came of it. */
@NullMarked
package dev.warren.systemtests.fuzz;

import org.jspecify.annotations.NullMarked;
