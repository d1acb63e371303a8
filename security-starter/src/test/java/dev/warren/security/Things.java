package dev.warren.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.messaging.web.ProblemType;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.springframework.context.ApplicationContext;

/** A client of {@link ThingsApplication}. */
public record Things(int port) {

  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  static Things of(ApplicationContext service) {
    return new Things(
        service.getEnvironment().getRequiredProperty("local.server.port", Integer.class));
  }

  /** Sends a request without a body; headers are names and values. */
  public HttpResponse<String> send(String method, String path, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .timeout(Duration.ofSeconds(10))
            .method(method, BodyPublishers.noBody());
    for (int i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    try {
      return CLIENT.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new AssertionError(path, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  HttpResponse<String> sendAs(String credential, String method, String path) {
    return send(method, path, "Authorization", "Bearer " + credential);
  }

  /** That an answer is this problem, with this challenge. */
  static void assertRefused(HttpResponse<String> answer, ProblemType type, String challenge) {
    assertProblem(answer, type);
    assertThat(answer.headers().firstValue("WWW-Authenticate")).hasValue(challenge);
  }

  public static void assertProblem(HttpResponse<String> answer, ProblemType type) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(type.status().value());
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    assertThat(answer.body()).contains("\"type\":\"" + type.uri() + "\"");
  }
}
