/** {@code ./warren faults}: tries to break the promise that an acknowledged task is never lost. */
@NullMarked
package dev.warren.systemtests.faults;

import org.jspecify.annotations.NullMarked;
