/** The checkout itself: its files, its compiled classes. */
@NullMarked
package dev.warren.systemtests.sources;

import org.jspecify.annotations.NullMarked;
