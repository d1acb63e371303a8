/** Tests of the assertions, each of which must be able to fail. */
@NullMarked
package dev.warren.testkit.assertions;

import org.jspecify.annotations.NullMarked;
