package dev.warren.logsubscriber;

import dev.warren.testkit.Bounds;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** A client of the service's REST API. */
public record Api(int port) {

  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  public Answer get(String path) {
    return send("GET", path, "");
  }

  public Answer post(String path, String json) {
    return send("POST", path, json);
  }

  public Answer delete(String path) {
    return send("DELETE", path, "");
  }

  /** Makes a subscription and says what the service says of it. */
  public JsonNode subscribe(String json) {
    return post("/api/subscriptions", json.replace('\'', '"')).assertStatus(201).json();
  }

  /** What a subscription has received and the service still has, the oldest first. */
  public List<JsonNode> received(String subscription) {
    String path = "/api/received?limit=1000&subscription=" + subscription;
    return get(path).assertStatus(200).json().valueStream().toList();
  }

  /** The same, as texts only. */
  public List<String> texts(String subscription) {
    return received(subscription).stream().map(each -> each.path("text").asString()).toList();
  }

  /** Waits until a subscription has received this text. */
  public Api await(String subscription, String text) {
    Bounds.soon().until(() -> texts(subscription).contains(text));
    return this;
  }

  private Answer send(String method, String path, String body) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
            .timeout(Duration.ofSeconds(30))
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofString(body))
            .build();
    try {
      HttpResponse<String> response = CLIENT.send(request, BodyHandlers.ofString());
      return new Answer(response.statusCode(), response.headers(), response.body());
    } catch (IOException e) {
      throw new AssertionError(method + " " + path, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
