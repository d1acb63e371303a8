/** Rules of structure that the build enforces. */
@NullMarked
package dev.warren.systemtests.architecture;

import org.jspecify.annotations.NullMarked;
