package dev.warren.logsubscriber.receivers;

import dev.warren.logsubscriber.received.Delivery;
import dev.warren.logsubscriber.received.ReceivedMessages;
import org.springframework.stereotype.Component;

/** Appends each message, however long, to {@code logs_from_rabbit.log}. */
@Component
public class FileReceiver {

  private final ReceivedMessages received;
  private final LogFile file;

  FileReceiver(ReceivedMessages received, LogFile file) {
    this.received = received;
    this.file = file;
  }

  /**
   * Appends {@code [x] text}, or {@code [x] label:text}, behind the time of arrival.
   *
   * @param label what the subscriber chose the message by; empty for none
   */
  public void receive(String label, Delivery delivery) {
    received.add(delivery);
    file.append(LogLine.of(label, delivery.body(), Integer.MAX_VALUE));
  }
}
