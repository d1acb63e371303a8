package dev.warren.systemtests.fuzz.amqp;

import com.rabbitmq.client.AMQP.BasicProperties;
import dev.warren.systemtests.fuzz.chance.CaseId;

/**
 * A message that nobody asked for.
 *
 * @param id its case
 * @param token the word by which it is known, in its body or as its id
 * @param destination where it goes
 * @param key with which routing key
 * @param properties what its sender says of it
 * @param body its body
 * @param expected what has to become of it if the broker takes it
 */
record HostileMessage(
    CaseId id,
    String token,
    Destination destination,
    String key,
    BasicProperties properties,
    HostileBody body,
    Expected expected) {

  /** What has to become of a message that the broker has taken. */
  enum Expected {
    DONE,
    DEAD,
    DONE_OR_DEAD,
    ANSWERED,
    RECEIVED,
    KEPT
  }

  @Override
  public String toString() {
    return "%s, %s to '%s' '%s'".formatted(id, body.label(), destination.exchange(), key);
  }
}
