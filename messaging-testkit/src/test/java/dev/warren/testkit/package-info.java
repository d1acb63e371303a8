/** Tests of the testkit itself. */
@NullMarked
package dev.warren.testkit;

import org.jspecify.annotations.NullMarked;
