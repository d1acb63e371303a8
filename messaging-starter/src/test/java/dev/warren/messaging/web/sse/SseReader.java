package dev.warren.messaging.web.sse;

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
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A client of an event stream, which reads only when it is asked to. */
final class SseReader implements AutoCloseable {

  private final HttpResponse<InputStream> response;
  private final BufferedReader lines;

  SseReader(int port, String key) throws IOException, InterruptedException {
    URI uri = URI.create("http://localhost:" + port + "/events?key=" + key);
    HttpRequest request = HttpRequest.newBuilder(uri).header("Accept", "text/event-stream").build();
    response = HttpClient.newHttpClient().send(request, BodyHandlers.ofInputStream());
    lines = new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8));
  }

  int status() {
    return response.statusCode();
  }

  @Nullable String header(String name) {
    return response.headers().firstValue(name).orElse(null);
  }

  /** The next line; null when the stream has ended. */
  @Nullable String line() throws IOException {
    return lines.readLine();
  }

  /** The next event's lines, without comments; empty when the stream has ended. */
  List<String> event() throws IOException {
    List<String> event = new ArrayList<>();
    for (String line = line(); line != null; line = line()) {
      if (line.isEmpty() && !event.isEmpty()) {
        return event;
      }
      if (!line.isEmpty() && !line.startsWith(":")) {
        event.add(line);
      }
    }
    return event;
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
