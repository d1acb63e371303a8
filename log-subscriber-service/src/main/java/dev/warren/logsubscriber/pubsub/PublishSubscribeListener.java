package dev.warren.logsubscriber.pubsub;

import static dev.warren.logsubscriber.pubsub.PublishSubscribeTopology.PATTERN;

import dev.warren.logsubscriber.received.Delivery;
import dev.warren.logsubscriber.receivers.FileReceiver;
import dev.warren.logsubscriber.receivers.ScreenReceiver;
import dev.warren.messaging.listen.RawBodyConverter;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.rabbit.annotation.RabbitListener;

/** Consumes both queues of the fanout exchange. */
class PublishSubscribeListener {

  private static final String SCREEN = "fanout-screen";
  private static final String FILE = "fanout-file";

  private final ScreenReceiver screen;
  private final FileReceiver file;

  PublishSubscribeListener(ScreenReceiver screen, FileReceiver file) {
    this.screen = screen;
    this.file = file;
  }

  @RabbitListener(
      id = SCREEN,
      queues = "#{fanoutScreenQueue.name}",
      messageConverter = RawBodyConverter.NAME)
  void show(Message message) {
    screen.receive("", Delivery.of(SCREEN, PATTERN, message));
  }

  @RabbitListener(
      id = FILE,
      queues = "#{fanoutFileQueue.name}",
      messageConverter = RawBodyConverter.NAME)
  void keep(Message message) {
    file.receive("", Delivery.of(FILE, PATTERN, message));
  }
}
