/** The worker as a whole. */
@NullMarked
package dev.warren.worker;

import org.jspecify.annotations.NullMarked;
