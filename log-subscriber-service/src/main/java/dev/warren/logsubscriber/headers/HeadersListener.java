package dev.warren.logsubscriber.headers;

import static dev.warren.logsubscriber.headers.HeadersTopology.PATTERN;

import dev.warren.logsubscriber.received.Delivery;
import dev.warren.logsubscriber.receivers.FileReceiver;
import dev.warren.logsubscriber.receivers.ScreenReceiver;
import dev.warren.messaging.listen.RawBodyConverter;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.rabbit.annotation.RabbitListener;

/** Consumes both queues of the headers exchange. */
class HeadersListener {

  private static final String SCREEN = "headers-screen";
  private static final String FILE = "headers-file";

  private final ScreenReceiver screen;
  private final FileReceiver file;

  HeadersListener(ScreenReceiver screen, FileReceiver file) {
    this.screen = screen;
    this.file = file;
  }

  @RabbitListener(
      id = SCREEN,
      queues = "#{headersScreenQueue.name}",
      messageConverter = RawBodyConverter.NAME)
  void show(Message message) {
    Delivery delivery = Delivery.of(SCREEN, PATTERN, message);
    screen.receive(delivery.headers().toString(), delivery);
  }

  @RabbitListener(
      id = FILE,
      queues = "#{headersFileQueue.name}",
      messageConverter = RawBodyConverter.NAME)
  void keep(Message message) {
    Delivery delivery = Delivery.of(FILE, PATTERN, message);
    file.receive(delivery.headers().toString(), delivery);
  }
}
