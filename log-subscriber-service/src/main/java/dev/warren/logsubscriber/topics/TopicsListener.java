package dev.warren.logsubscriber.topics;

import static dev.warren.logsubscriber.topics.TopicsTopology.PATTERN;

import dev.warren.logsubscriber.received.Delivery;
import dev.warren.logsubscriber.receivers.FileReceiver;
import dev.warren.logsubscriber.receivers.ScreenReceiver;
import dev.warren.messaging.listen.RawBodyConverter;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.rabbit.annotation.RabbitListener;

/** Consumes both queues of the topic exchange. */
class TopicsListener {

  private static final String SCREEN = "topic-screen";
  private static final String FILE = "topic-file";

  private final ScreenReceiver screen;
  private final FileReceiver file;

  TopicsListener(ScreenReceiver screen, FileReceiver file) {
    this.screen = screen;
    this.file = file;
  }

  @RabbitListener(
      id = SCREEN,
      queues = "#{topicScreenQueue.name}",
      messageConverter = RawBodyConverter.NAME)
  void show(Message message) {
    Delivery delivery = Delivery.of(SCREEN, PATTERN, message);
    screen.receive(delivery.routingKey(), delivery);
  }

  @RabbitListener(
      id = FILE,
      queues = "#{topicFileQueue.name}",
      messageConverter = RawBodyConverter.NAME)
  void keep(Message message) {
    Delivery delivery = Delivery.of(FILE, PATTERN, message);
    file.receive(delivery.routingKey(), delivery);
  }
}
