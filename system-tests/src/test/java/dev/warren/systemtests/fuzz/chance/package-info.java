/** Chance that can be repeated: a case is its seed and its number. */
@NullMarked
package dev.warren.systemtests.fuzz.chance;

import org.jspecify.annotations.NullMarked;
