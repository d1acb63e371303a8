package dev.warren.logsubscriber.receivers;

import dev.warren.logsubscriber.received.Delivery;
import dev.warren.logsubscriber.received.ReceivedMessages;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Prints each message, as the tutorials' {@code receive_logs} does; the beginning of a long one.
 */
@Component
public class ScreenReceiver {

  private static final Logger screen = LoggerFactory.getLogger(ScreenReceiver.class);
  private static final int MAX_CHARS = 2000;

  private final ReceivedMessages received;

  ScreenReceiver(ReceivedMessages received) {
    this.received = received;
  }

  /**
   * Prints {@code [x] text}, or {@code [x] label:text}.
   *
   * @param label what the subscriber chose the message by; empty for none
   */
  public void receive(String label, Delivery delivery) {
    received.add(delivery);
    if (screen.isInfoEnabled()) {
      screen.info(LogLine.of(label, delivery.body(), MAX_CHARS));
    }
  }
}
