@NullMarked
package dev.warren.security.ratelimit;

import org.jspecify.annotations.NullMarked;
