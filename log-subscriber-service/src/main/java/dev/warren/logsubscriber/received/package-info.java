/**
 * The latest messages of all subscriptions, kept in bounded memory and shown over REST and as
 * server-sent events. Turning an AMQP message into what is shown happens here as well: text that is
 * no UTF-8, headers of any shape and size.
 */
@NullMarked
package dev.warren.logsubscriber.received;

import org.jspecify.annotations.NullMarked;
