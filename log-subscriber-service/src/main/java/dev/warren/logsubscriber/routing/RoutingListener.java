package dev.warren.logsubscriber.routing;

import static dev.warren.logsubscriber.routing.RoutingTopology.PATTERN;

import dev.warren.logsubscriber.received.Delivery;
import dev.warren.logsubscriber.receivers.FileReceiver;
import dev.warren.logsubscriber.receivers.ScreenReceiver;
import dev.warren.messaging.listen.RawBodyConverter;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.rabbit.annotation.RabbitListener;

/** Consumes both queues of the direct exchange. */
class RoutingListener {

  private static final String SCREEN = "direct-screen";
  private static final String FILE = "direct-file";

  private final ScreenReceiver screen;
  private final FileReceiver file;

  RoutingListener(ScreenReceiver screen, FileReceiver file) {
    this.screen = screen;
    this.file = file;
  }

  @RabbitListener(
      id = SCREEN,
      queues = "#{directScreenQueue.name}",
      messageConverter = RawBodyConverter.NAME)
  void show(Message message) {
    Delivery delivery = Delivery.of(SCREEN, PATTERN, message);
    screen.receive(delivery.routingKey(), delivery);
  }

  @RabbitListener(
      id = FILE,
      queues = "#{directFileQueue.name}",
      messageConverter = RawBodyConverter.NAME)
  void keep(Message message) {
    Delivery delivery = Delivery.of(FILE, PATTERN, message);
    file.receive(delivery.routingKey(), delivery);
  }
}
