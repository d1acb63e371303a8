/** The tests of the package of the same name. */
@NullMarked
package dev.warren.producer.headers;

import org.jspecify.annotations.NullMarked;
