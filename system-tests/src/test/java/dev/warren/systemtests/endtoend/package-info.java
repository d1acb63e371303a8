/** Work that passes through the whole suite, seen from outside. */
@NullMarked
package dev.warren.systemtests.endtoend;

import org.jspecify.annotations.NullMarked;
