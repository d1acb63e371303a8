/** What is known of the broker that this service is connected to. */
@NullMarked
package dev.warren.messaging.broker;

import org.jspecify.annotations.NullMarked;
