/** How often each caller may call, so that one of them does not take what is there for all. */
@NullMarked
package dev.warren.security.ratelimit;

import org.jspecify.annotations.NullMarked;
