/** The tests of the package of the same name. */
@NullMarked
package dev.warren.producer.deadletters;

import org.jspecify.annotations.NullMarked;
