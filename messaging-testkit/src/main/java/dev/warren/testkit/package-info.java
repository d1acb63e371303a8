/**
 * A real RabbitMQ for tests: found or started once per JVM, with a virtual host of its own for each
 * test, so that tests share a broker and the contract's fixed queue names without meeting.
 *
 * <p>Start at {@link dev.warren.testkit.BrokerTest}; without JUnit, at {@link
 * dev.warren.testkit.TestBroker}.
 */
@NullMarked
package dev.warren.testkit;

import org.jspecify.annotations.NullMarked;
