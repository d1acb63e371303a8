package dev.warren.testkit.spring;

import dev.warren.contracts.WorkQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.springframework.amqp.rabbit.annotation.RabbitListener;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Configuration;

/** Consumes a queue whose name the contract fixes, as the services do. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
class EchoApplication {

  final BlockingQueue<String> received = new LinkedBlockingQueue<>();

  @RabbitListener(queues = WorkQueue.QUEUE)
  void receive(String text) {
    received.add(text);
  }
}
