package dev.warren.producer.outbox;

/**
 * A message in the outbox.
 *
 * @param id its place in the order of writing
 */
record OutboxMessage(long id, String messageId, String exchange, String routingKey, String body) {}
