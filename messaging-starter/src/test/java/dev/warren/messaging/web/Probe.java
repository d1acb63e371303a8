package dev.warren.messaging.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** A plain HTTP client of the probe. */
record Probe(int port) {

  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  HttpResponse<String> get(String path) {
    return send("GET", path, "*/*", BodyPublishers.noBody());
  }

  HttpResponse<String> postJson(String path, String json) {
    return send("POST", path, "application/json", BodyPublishers.ofString(json));
  }

  HttpResponse<String> getAs(String accept, String path) {
    return send(request(path).header("Accept", accept).build());
  }

  HttpResponse<String> send(String method, String path, String contentType, BodyPublisher body) {
    return send(request(path).header("Content-Type", contentType).method(method, body).build());
  }

  /** What comes back for a request that Java's client would not send. */
  String raw(String request) throws IOException {
    try (Socket socket = new Socket("localhost", port)) {
      socket.setSoTimeout(10_000);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
        .timeout(Duration.ofSeconds(10));
  }

  private static HttpResponse<String> send(HttpRequest request) {
    try {
      return CLIENT.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new AssertionError(request.toString(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  static void assertProblem(HttpResponse<String> response, ProblemType type) {
    assertThat(response.statusCode()).as(response.body()).isEqualTo(type.status().value());
    assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    assertThat(response.body())
        .contains("\"type\":\"" + type.uri() + "\"", "\"title\":\"" + type.title() + "\"")
        .doesNotContain("dev.warren", "java.", "jackson", "Exception", "`");
  }
}
