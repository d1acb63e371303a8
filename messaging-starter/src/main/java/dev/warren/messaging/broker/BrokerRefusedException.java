package dev.warren.messaging.broker;

/**
 * The broker answers, but not to this user: the service is configured wrongly, and does not start.
 */
final class BrokerRefusedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  BrokerRefusedException(String message, Throwable cause) {
    super(message, cause);
  }
}
