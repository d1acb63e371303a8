/** Workers to test, and what they tell. */
@NullMarked
package dev.warren.worker.support;

import org.jspecify.annotations.NullMarked;
