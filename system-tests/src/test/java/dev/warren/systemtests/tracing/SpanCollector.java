package dev.warren.systemtests.tracing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;

/**
 * Keeps the spans that services export over OTLP, each batch as its bytes.
 *
 * @see <a href="https://opentelemetry.io/docs/specs/otlp/#otlphttp">OTLP over HTTP</a>
 */
final class SpanCollector implements AutoCloseable {

  private final HttpServer server;
  private final List<String> batches = new CopyOnWriteArrayList<>();

  private SpanCollector(HttpServer server) {
    this.server = server;
  }

  static SpanCollector start() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    SpanCollector collector = new SpanCollector(server);
    server.createContext("/v1/traces", collector::take);
    server.start();
    return collector;
  }

  String endpoint() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/v1/traces";
  }

  private void take(HttpExchange exchange) throws IOException {
    try (exchange) {
      batches.add(new String(exchange.getRequestBody().readAllBytes(), ISO_8859_1));
      exchange.sendResponseHeaders(200, -1);
    }
  }

  /**
   * Whether a service has exported a span. A batch is of one service; in a span the ids of the
   * trace, the span and its parent stand before the name.
   */
  boolean hasSpan(String service, String traceId, String name) {
    String id = new String(HexFormat.of().parseHex(traceId), ISO_8859_1);
    Pattern span =
        Pattern.compile(Pattern.quote(id) + ".{10,24}" + Pattern.quote(name), Pattern.DOTALL);
    return batches.stream()
        .anyMatch(batch -> batch.contains(service) && span.matcher(batch).find());
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
