package dev.warren.worker.retry;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.Channel;
import dev.warren.contracts.Simulation;
import dev.warren.contracts.WorkQueue;
import dev.warren.testkit.Bounds;
import dev.warren.testkit.BrokerTest;
import dev.warren.testkit.MessageCollector;
import dev.warren.testkit.TestVhost;
import dev.warren.worker.support.RunningWorker;
import dev.warren.worker.support.ShortRetries;
import dev.warren.worker.support.Tasks;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.annotation.Bean;

/** On a broker that cannot hold tasks back, those for it take the ladder here too. */
@BrokerTest
class RetriedTraceIT {

  private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
  private static final String CALLER = "00f067aa0ba902b7";

  /** The mechanism that makes all attempts at one delivery has one span for them. */
  @ParameterizedTest
  @CsvSource({"ladder, 3", "broker, 3", "in-process, 1"})
  void allAttemptsOfATaskAreInItsTrace(
      String mechanism, int deliveries, TestVhost vhost, Channel channel) throws IOException {
    ShortRetries.in(vhost);
    try (RunningWorker worker = traced(vhost, mechanism)) {
      send(channel, 2);
      worker.awaitStatus("succeeded", "1").awaitStatus("retried", "2");

      List<SpanData> attempts = attempts(worker, deliveries);
      assertThat(attempts).extracting(SpanData::getTraceId).containsOnly(TRACE);
      assertThat(attempts.get(0).getParentSpanId()).isEqualTo(CALLER);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"ladder", "broker", "in-process"})
  void aDeadLetterCarriesTheTraceOn(String mechanism, TestVhost vhost, Channel channel)
      throws IOException {
    ShortRetries.in(vhost);
    MessageCollector dead = MessageCollector.consume(channel, WorkQueue.DEAD_LETTER_QUEUE);
    try (RunningWorker worker = traced(vhost, mechanism)) {
      send(channel, 100);

      assertThat(dead.expectOne().properties().getHeaders().get("traceparent"))
          .asString()
          .matches("00-" + TRACE + "-(?!" + CALLER + ")[0-9a-f]{16}-01");
      worker.awaitStatus("failed", "1").awaitStatus("retried", "2");
    }
  }

  private static RunningWorker traced(TestVhost vhost, String mechanism) {
    return RunningWorker.start(
        vhost,
        "spring.main.sources=" + CollectedSpans.class.getName(),
        "warren.tracing.enabled=true",
        "management.tracing.export.otlp.enabled=false",
        "management.opentelemetry.tracing.export.schedule-delay=50ms",
        "warren.simulate-faults=true",
        "warren.worker.retry.mechanism=" + mechanism,
        "warren.worker.retry.in-process.delay=50ms",
        ShortRetries.DELAYS);
  }

  private static void send(Channel channel, int failing) throws IOException {
    Map<String, Object> headers =
        Map.of(
            Simulation.FAIL_ATTEMPTS, failing, "traceparent", "00-" + TRACE + "-" + CALLER + "-01");
    BasicProperties properties =
        new BasicProperties.Builder().messageId("flaky").headers(headers).build();
    Tasks.send(channel, properties, "flaky".getBytes(UTF_8));
  }

  private static List<SpanData> attempts(RunningWorker worker, int count) {
    InMemorySpanExporter spans = worker.bean(InMemorySpanExporter.class);
    return Bounds.soon()
        .until(
            () ->
                spans.getFinishedSpanItems().stream()
                    .filter(span -> span.getName().equals("process " + WorkQueue.QUEUE))
                    .toList(),
            found -> found.size() == count);
  }

  static class CollectedSpans {
    @Bean
    static InMemorySpanExporter spans() {
      return InMemorySpanExporter.create();
    }
  }
}
