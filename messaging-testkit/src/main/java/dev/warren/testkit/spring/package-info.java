/**
 * Gives every application context of a {@link dev.warren.testkit.BrokerTest} its own virtual host.
 * Loaded by Spring's test framework alone, so tests without Spring need none of it.
 */
@NullMarked
package dev.warren.testkit.spring;

import org.jspecify.annotations.NullMarked;
