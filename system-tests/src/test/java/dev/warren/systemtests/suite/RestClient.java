package dev.warren.systemtests.suite;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** A plain HTTP client of one base URL, every request bounded in time. */
public final class RestClient {

  private static final Duration LIMIT = Duration.ofSeconds(20);
  private static final HttpClient CLIENT =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();

  private final URI base;
  private final @Nullable String authorization;

  public RestClient(URI base) {
    this(base, null);
  }

  private RestClient(URI base, @Nullable String authorization) {
    this.base = base;
    this.authorization = authorization;
  }

  RestClient withBasicAuthentication(String user, String password) {
    String pair = user + ":" + password;
    return new RestClient(
        base, "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(UTF_8)));
  }

  /** The base URL. */
  public URI url() {
    return base;
  }

  public Answer get(String path) {
    return send("GET", path, null, BodyPublishers.noBody());
  }

  public Answer delete(String path) {
    return send("DELETE", path, null, BodyPublishers.noBody());
  }

  public Answer postJson(String path, String json) {
    return post(path, "application/json", json);
  }

  public Answer postText(String path, String text) {
    return post(path, "text/plain;charset=UTF-8", text);
  }

  public Answer post(String path, String mediaType, String body) {
    return send("POST", path, mediaType, BodyPublishers.ofString(body));
  }

  /** Any method, media type and body. */
  public Answer send(String method, String path, @Nullable String mediaType, BodyPublisher body) {
    HttpRequest.Builder request =
        ApiKey.addTo(HttpRequest.newBuilder(resolve(path)).timeout(LIMIT).method(method, body));
    if (mediaType != null) {
      request.header("Content-Type", mediaType);
    }
    if (authorization != null) {
      request.header("Authorization", authorization);
    }
    try {
      HttpResponse<String> response = CLIENT.send(request.build(), BodyHandlers.ofString());
      return new Answer(response.statusCode(), response.headers(), response.body());
    } catch (IOException e) {
      throw new IllegalStateException(method + " " + resolve(path) + ": " + e, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  private URI resolve(String path) {
    return URI.create(base.toString().replaceAll("/+$", "") + path);
  }
}
