/**
 * The receiving side of "Hello World!": consumes {@code hello} with automatic acknowledgement, so
 * each greeting is delivered at most once.
 */
@NullMarked
package dev.warren.worker.hello;

import org.jspecify.annotations.NullMarked;
