package dev.warren.testkit;

/** One way to come by a broker. */
interface BrokerWay {

  /** Names the way in messages, as in "no test broker from Docker". */
  String name();

  /**
   * Finds or starts the broker; it answers when this returns.
   *
   * @throws UnavailableException if this machine does not offer this way
   */
  RunningBroker start() throws UnavailableException;
}
