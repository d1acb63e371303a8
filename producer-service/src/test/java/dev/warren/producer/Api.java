package dev.warren.producer;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** A client of the service's REST API. */
public record Api(int port) {

  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  public Answer get(String path) {
    return send(request(path).build());
  }

  public Answer postJson(String path, String json) {
    return send("POST", path, "application/json", BodyPublishers.ofString(json));
  }

  public Answer postText(String path, String text) {
    return send("POST", path, "text/plain", BodyPublishers.ofString(text));
  }

  /** With the header {@code Idempotency-Key}, as it stands. */
  public Answer postUnderKey(String key, String path, String contentType, String body) {
    return send(
        request(path)
            .header("Content-Type", contentType)
            .header("Idempotency-Key", key)
            .POST(BodyPublishers.ofString(body))
            .build());
  }

  /** From a client that takes an answer of this media type only. */
  public Answer postTextAccepting(String mediaType, String path, String text) {
    return send(
        request(path)
            .header("Accept", mediaType)
            .header("Content-Type", "text/plain")
            .POST(BodyPublishers.ofString(text))
            .build());
  }

  public Answer send(String method, String path, String contentType, BodyPublisher body) {
    return send(request(path).header("Content-Type", contentType).method(method, body).build());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
        .timeout(Duration.ofSeconds(30));
  }

  private static Answer send(HttpRequest request) {
    try {
      HttpResponse<String> response = CLIENT.send(request, BodyHandlers.ofString());
      return new Answer(response.statusCode(), response.headers(), response.body());
    } catch (IOException e) {
      throw new AssertionError(request.toString(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
