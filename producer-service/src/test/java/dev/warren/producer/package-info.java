/** The service from outside: HTTP on one side, a plain AMQP client on the other. */
@NullMarked
package dev.warren.producer;

import org.jspecify.annotations.NullMarked;
