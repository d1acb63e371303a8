/** The tests of the package of the same name. */
@NullMarked
package dev.warren.producer.workqueue;

import org.jspecify.annotations.NullMarked;
