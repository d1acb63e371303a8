/** Hostile requests, made of what the services say of their own APIs. */
@NullMarked
package dev.warren.systemtests.fuzz.http;

import org.jspecify.annotations.NullMarked;
