package dev.warren.testkit.management;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;

/** Requests to the management API with its basic authentication. */
final class ManagementHttp {

  private static final Duration TIMEOUT = Duration.ofSeconds(15);

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(TIMEOUT).build();
  private final URI base;
  private final String authorization;

  ManagementHttp(URI base, String username, String password) {
    this.base = base;
    byte[] credentials = (username + ":" + password).getBytes(StandardCharsets.UTF_8);
    this.authorization = "Basic " + Base64.getEncoder().encodeToString(credentials);
  }

  /** Sends to {@code /api/} and the given segments, each of which is encoded. */
  HttpResponse<String> send(String method, BodyPublisher body, String... segments) {
    StringBuilder path = new StringBuilder("/api");
    for (String segment : segments) {
      String encoded = URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20");
      path.append('/').append(encoded);
    }
    return send(
        HttpRequest.newBuilder(base.resolve(path.toString()))
            .timeout(TIMEOUT)
            .header("Authorization", authorization)
            .header("Content-Type", "application/json")
            .method(method, body)
            .build());
  }

  HttpResponse<String> get(String... segments) {
    return send("GET", BodyPublishers.noBody(), segments);
  }

  /** Changes something; anything but a 2xx is an error, unless what is to be deleted is gone. */
  void change(String method, String body, String... segments) {
    HttpResponse<String> response = send(method, BodyPublishers.ofString(body), segments);
    boolean gone = method.equals("DELETE") && response.statusCode() == 404;
    if (response.statusCode() / 100 != 2 && !gone) {
      throw new IllegalStateException(
          "%s answered %d: %s"
              .formatted(response.request(), response.statusCode(), response.body()));
    }
  }

  /** A second time where no answer came: the broker may have closed the connection for its age. */
  private HttpResponse<String> send(HttpRequest request) {
    try {
      try {
        return http.send(request, BodyHandlers.ofString());
      } catch (HttpTimeoutException e) {
        throw e;
      } catch (IOException e) {
        return http.send(request, BodyHandlers.ofString());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Management API: " + request, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted at " + request, e);
    }
  }
}
