/**
 * Contexts that were generated when the jar was built, which images start with, and the settings
 * they are good for.
 *
 * @see <a href="https://docs.spring.io/spring-framework/reference/core/aot.html">Ahead of Time
 *     Optimizations</a>
 */
@NullMarked
package dev.warren.messaging.aot;

import org.jspecify.annotations.NullMarked;
