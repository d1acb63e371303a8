/** Clients that know nothing of Warren, written as the RabbitMQ tutorials write them. */
@NullMarked
package dev.warren.systemtests.interop;

import org.jspecify.annotations.NullMarked;
