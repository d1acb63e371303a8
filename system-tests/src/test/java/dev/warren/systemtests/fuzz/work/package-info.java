/** The good work that goes on beside, and what has to be as before afterwards. */
@NullMarked
package dev.warren.systemtests.fuzz.work;

import org.jspecify.annotations.NullMarked;
