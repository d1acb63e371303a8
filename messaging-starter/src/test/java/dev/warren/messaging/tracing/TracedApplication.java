package dev.warren.messaging.tracing;

import dev.warren.messaging.listen.RawBodyConverter;
import dev.warren.messaging.publish.ConfirmedPublisher;
import dev.warren.messaging.publish.OutgoingMessages;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import org.springframework.amqp.AmqpRejectAndDontRequeueException;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.core.Queue;
import org.springframework.amqp.rabbit.annotation.RabbitListener;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Everything on the way of a task in one process: who takes it, who does it and who is told. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@RestController
class TracedApplication {

  static final String JOBS = "jobs";
  static final String RESULTS = "results";

  private final ConfirmedPublisher publisher;
  private final OutgoingMessages messages;

  TracedApplication(ConfirmedPublisher publisher, OutgoingMessages messages) {
    this.publisher = publisher;
    this.messages = messages;
  }

  @PostMapping("/jobs")
  String take() {
    return publisher.publishAndAwait("", JOBS, messages.text("job-1", "a job")).label();
  }

  @RabbitListener(id = "worker", queues = JOBS, messageConverter = RawBodyConverter.NAME)
  void work(Message job) {
    if (job.getBody().length == 0) {
      throw new AmqpRejectAndDontRequeueException("nothing to do");
    }
    publisher.publishAndAwait("", RESULTS, messages.text("result-1", "done"));
  }

  @Bean
  static Queue jobs() {
    return new Queue(JOBS);
  }

  @Bean
  static Queue results() {
    return new Queue(RESULTS);
  }

  @Bean
  static InMemorySpanExporter spans() {
    return InMemorySpanExporter.create();
  }
}
