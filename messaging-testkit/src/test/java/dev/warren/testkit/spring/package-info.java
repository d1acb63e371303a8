/** Tests of what a Spring test gets from the testkit. */
@NullMarked
package dev.warren.testkit.spring;

import org.jspecify.annotations.NullMarked;
