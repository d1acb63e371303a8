package dev.warren.producer.taskview;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** A client of an event stream. */
final class SseClient implements AutoCloseable {

  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private final HttpResponse<InputStream> response;
  private final BufferedReader lines;

  /** What was received; without an id if there was none. */
  record Event(@Nullable String id, String name, String data) {}

  private SseClient(HttpResponse<InputStream> response) {
    this.response = response;
    this.lines = new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8));
  }

  static SseClient connect(int port, String path) throws IOException, InterruptedException {
    return connect(port, path, null);
  }

  static SseClient connect(int port, String path, @Nullable String lastEventId)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
            .header("Accept", "text/event-stream");
    if (lastEventId != null) {
      request.header("Last-Event-ID", lastEventId);
    }
    return new SseClient(CLIENT.send(request.build(), BodyHandlers.ofInputStream()));
  }

  int status() {
    return response.statusCode();
  }

  /** The next event; null when the stream has ended. */
  @Nullable Event next() throws IOException {
    String id = null;
    String name = null;
    StringBuilder data = new StringBuilder();
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (line.isEmpty() && name != null) {
        return new Event(id, name, data.toString());
      }
      id = line.startsWith("id: ") ? line.substring(4) : id;
      name = line.startsWith("event: ") ? line.substring(7) : name;
      data.append(line.startsWith("data: ") ? line.substring(6) : "");
    }
    return null;
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
