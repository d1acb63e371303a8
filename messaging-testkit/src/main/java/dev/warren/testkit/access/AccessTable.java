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
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Asks a service with {@link TestKeys} for every path that it has mapped: without a key, with one
 * that is wrong, and with each that is good for one thing only. As an initializer of a test's
 * application context it has the service ask for these keys, and is a bean of it.
 */
public final class AccessTable
    implements ApplicationContextInitializer<ConfigurableApplicationContext>,
        ApplicationListener<WebServerInitializedEvent> {

  /** What every service has on a port of its own for health and metrics. */
  public static final String MANAGEMENT =
      """
      GET /actuator/health: public
      GET /actuator/health/**: nobody
      GET /actuator/prometheus: public
      DELETE /error: nobody
      GET /error: nobody
      POST /error: nobody
      PUT /error: nobody
      """;

  private static final String API = "api";
  private static final Duration LIMIT = Duration.ofSeconds(20);
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final Map<String, WebServerInitializedEvent> ports = new ConcurrentHashMap<>();

  @Override
  public void initialize(ConfigurableApplicationContext context) {
    TestKeys.guard(context.getEnvironment());
    context.getBeanFactory().registerSingleton("accessTable", this);
  }

  @Override
  public void onApplicationEvent(WebServerInitializedEvent started) {
    String name = started.getApplicationContext().getServerNamespace();
    ports.put(name == null ? API : name, started);
  }

  /** Where the API is. */
  public int port() {
    return of(API).getWebServer().getPort();
  }

  /**
   * A line for each endpoint with the scopes that let a caller in, such as {@code GET /api/tasks:
   * tasks:read}; or with {@code nobody}, or {@code public}.
   */
  public String ofApi() {
    return table(of(API));
  }

  /** The same of health and metrics, where they have a port of their own. */
  public String ofManagement() {
    return table(of("management"));
  }

  private WebServerInitializedEvent of(String name) {
    return Objects.requireNonNull(ports.get(name), () -> "no port of " + name);
  }

  private static String table(WebServerInitializedEvent started) {
    int port = started.getWebServer().getPort();
    return Endpoint.of(started.getApplicationContext()).stream()
        .map(endpoint -> endpoint + ": " + whoMay(endpoint, port) + "\n")
        .collect(Collectors.joining());
  }

  private static String whoMay(Endpoint endpoint, int port) {
    int unknown = status(endpoint, port, null);
    if (unknown != 401) {
      return unknown == 403 ? "nobody" : "public";
    }
    if (status(endpoint, port, "a-key-that-is-wrong") != 401) {
      return "whoever has any key";
    }
    List<String> scopes =
        TestKeys.SCOPES.stream()
            .filter(scope -> status(endpoint, port, TestKeys.of(scope)) != 403)
            .toList();
    return scopes.isEmpty() ? "nobody" : String.join(" ", scopes);
  }

  /** Of an answer, of whose body nothing is read: it may be a stream without an end. */
  private static int status(Endpoint endpoint, int port, @Nullable String key) {
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
