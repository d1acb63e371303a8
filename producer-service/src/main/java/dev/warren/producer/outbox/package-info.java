/**
 * The transactional outbox: an order and the message that tells of it are written in one database
 * transaction, and a relay publishes the message once that is committed. At least once, in order
 * for each order.
 *
 * @see <a href="https://microservices.io/patterns/data/transactional-outbox.html">Transactional
 *     outbox</a>
 */
@NullMarked
package dev.warren.producer.outbox;

import org.jspecify.annotations.NullMarked;
