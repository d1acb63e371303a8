package dev.warren.producer.outbox;

/**
 * What one round of the relay came to.
 *
 * @param published how many messages the broker confirmed
 * @param brokerAway whether it was no use to go on: not sent, or not confirmed in time
 */
record RelayRound(int published, boolean brokerAway) {

  static final RelayRound FAILED = new RelayRound(0, true);
}
