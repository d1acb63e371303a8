package dev.warren.messaging.publish;

import java.util.UUID;

/** Where the ids of new messages come from. */
@FunctionalInterface
public interface MessageIds {

  /** Ids that have never been before. */
  MessageIds RANDOM = () -> UUID.randomUUID().toString();

  /** The next id. */
  String next();
}
