/** The two receivers of the log tutorials: one to the screen, one to a file. */
@NullMarked
package dev.warren.logsubscriber;

import org.jspecify.annotations.NullMarked;
