package dev.warren.testkit;

/** This machine does not offer this way to a broker; the next one may be tried. */
final class BrokerUnavailableException extends Exception {

  private static final long serialVersionUID = 1L;

  BrokerUnavailableException(String reason) {
    super(reason);
  }

  BrokerUnavailableException(String reason, Throwable cause) {
    super(reason, cause);
  }
}
