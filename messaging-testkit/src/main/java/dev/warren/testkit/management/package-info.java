/** A small client of RabbitMQ's management API: what tests prepare and what they look at. */
@NullMarked
package dev.warren.testkit.management;

import org.jspecify.annotations.NullMarked;
