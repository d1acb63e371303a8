package dev.warren.systemtests.tracing;

import dev.warren.testkit.Bounds;
import dev.warren.testkit.BrokerTest;
import dev.warren.testkit.TestVhost;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.junit.jupiter.api.Test;

@BrokerTest
class OneTraceIT {

  private static final Duration START = Duration.ofSeconds(90);
  private static final String TASK = "4bf92f3577b34da6a3ce929d0e0e4736";
  private static final String ORDER = "5b8efff798038103d269b633813fc60c";
  private static final String CALL = "0af7651916cd43dd8448eb211c80319c";

  private final HttpClient http = HttpClient.newHttpClient();

  @Test
  void holdsATaskAndAnOrderFromRequestToWorkerAndACallThereAndBack(TestVhost vhost)
      throws IOException {
    try (SpanCollector spans = SpanCollector.start();
        TracedService producer = TracedService.start("producer-service", vhost, spans);
        TracedService worker = TracedService.start("worker-service", vhost, spans);
        TracedService server = TracedService.start("rpc-fib-service", vhost, spans)) {
      Bounds.within(START).until(() -> worker.process().isAlive() && submitsATask(producer));
      await(spans, "producer-service", TASK, "http post /api/tasks");
      await(spans, "producer-service", TASK, "send task_queue");
      await(spans, "worker-service", TASK, "process task_queue");

      Bounds.within(START).until(() -> placesAnOrder(producer));
      await(spans, "producer-service", ORDER, "http post /api/orders");
      await(spans, "producer-service", ORDER, "send orders");
      await(spans, "worker-service", ORDER, "process worker.orders");

      Bounds.within(START).until(() -> server.process().isAlive() && calls(producer));
      await(spans, "producer-service", CALL, "call rpc_queue");
      await(spans, "rpc-fib-service", CALL, "process rpc_queue");
      await(spans, "rpc-fib-service", CALL, "send other");
    }
  }

  private static void await(SpanCollector spans, String service, String trace, String name) {
    Bounds.within(START)
        .alias("%s: %s in %s".formatted(service, name, trace))
        .until(() -> spans.hasSpan(service, trace, name));
  }

  private boolean submitsATask(TracedService producer) throws IOException, InterruptedException {
    return answers(
        request(producer, "/api/tasks", TASK)
            .header("Content-Type", "text/plain")
            .POST(BodyPublishers.ofString("a traced task.")),
        202);
  }

  private boolean placesAnOrder(TracedService producer) throws IOException, InterruptedException {
    return answers(
        request(producer, "/api/orders", ORDER)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString("{\"item\":\"carrot cake\",\"quantity\":2}")),
        201);
  }

  private boolean calls(TracedService producer) throws IOException, InterruptedException {
    return answers(request(producer, "/api/fib/10", CALL), 200);
  }

  private static HttpRequest.Builder request(TracedService service, String path, String trace) {
    return HttpRequest.newBuilder(URI.create(service.url(path)))
        .header("traceparent", "00-" + trace + "-00f067aa0ba902b7-01");
  }

  private boolean answers(HttpRequest.Builder request, int status)
      throws IOException, InterruptedException {
    try {
      return http.send(request.build(), BodyHandlers.discarding()).statusCode() == status;
    } catch (ConnectException e) {
      return false; // it still starts
    }
  }
}
