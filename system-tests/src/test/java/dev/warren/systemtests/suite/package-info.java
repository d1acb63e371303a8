/** The whole suite, started as a user starts it: every way in which this machine can run it. */
@NullMarked
package dev.warren.systemtests.suite;

import org.jspecify.annotations.NullMarked;
