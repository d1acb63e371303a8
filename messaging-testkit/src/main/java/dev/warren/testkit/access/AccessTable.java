package dev.warren.testkit.access;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;

/**
 * Asks a service with {@link TestKeys} for every path that it has mapped: without a key, with one
 * that is wrong, and with each that is good for one thing only.
 */
public record AccessTable(int port) {

  private static final Duration LIMIT = Duration.ofSeconds(20);
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  /**
   * A line for each endpoint with the scopes that let a caller in, such as {@code GET /api/tasks:
   * tasks:read}; or with {@code nobody}, or {@code public}.
   */
  public String of(ApplicationContext service) {
    return Endpoint.of(service).stream()
        .map(endpoint -> endpoint + ": " + whoMay(endpoint) + "\n")
        .collect(Collectors.joining());
  }

  private String whoMay(Endpoint endpoint) {
    if (status(endpoint, null) != 401) {
      return "public";
    }
    if (status(endpoint, "a-key-that-is-wrong") != 401) {
      return "whoever has any key";
    }
    List<String> scopes =
        TestKeys.SCOPES.stream()
            .filter(scope -> status(endpoint, TestKeys.of(scope)) != 403)
            .toList();
    return scopes.isEmpty() ? "nobody" : String.join(" ", scopes);
  }

  /** Of an answer, of whose body nothing is read: it may be a stream without an end. */
  private int status(Endpoint endpoint, @Nullable String key) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + endpoint.example()))
            .timeout(LIMIT)
            .method(endpoint.method(), BodyPublishers.noBody());
    if (key != null) {
      request.header("Authorization", "Bearer " + key);
    }
    try {
      HttpResponse<InputStream> answer = CLIENT.send(request.build(), BodyHandlers.ofInputStream());
      answer.body().close();
      return answer.statusCode();
    } catch (IOException e) {
      throw new AssertionError(endpoint.toString(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
