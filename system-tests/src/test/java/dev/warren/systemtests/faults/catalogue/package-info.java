/** The faults, one class each. */
@NullMarked
package dev.warren.systemtests.faults.catalogue;

import org.jspecify.annotations.NullMarked;
