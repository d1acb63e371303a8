/**
 * Headers, the subscribers' side: queues bound to the headers exchange {@code header_test}, each
 * binding with headers to compare, all of them or any.
 *
 * @see <a href="https://www.rabbitmq.com/docs/exchanges#headers">Headers exchanges</a>
 */
@NullMarked
package dev.warren.logsubscriber.headers;

import org.jspecify.annotations.NullMarked;
