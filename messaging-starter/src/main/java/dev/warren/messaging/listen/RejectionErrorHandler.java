package dev.warren.messaging.listen;

import org.springframework.amqp.listener.ConditionalRejectingErrorHandler;

/**
 * Spring's error handler with two changes. A listener that rejects a message has logged why, so
 * that is not logged again with a stack trace. And a message that cannot be converted is always
 * rejected: by default one that was dead-lettered before would be acknowledged, and so lost.
 */
final class RejectionErrorHandler extends ConditionalRejectingErrorHandler {

  RejectionErrorHandler() {
    setDiscardFatalsWithXDeath(false);
  }

  @Override
  protected void log(Throwable failure) {
    if (!causeChainContainsARADRE(failure)) {
      super.log(failure);
    }
  }
}
