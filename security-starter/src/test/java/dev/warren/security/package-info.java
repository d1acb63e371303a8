@NullMarked
package dev.warren.security;

import org.jspecify.annotations.NullMarked;
