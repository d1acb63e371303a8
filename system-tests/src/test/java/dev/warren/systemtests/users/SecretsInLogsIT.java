package dev.warren.systemtests.users;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.systemtests.suite.DemoSecrets;
import dev.warren.systemtests.suite.Mode;
import dev.warren.systemtests.suite.RunningSuite;
import dev.warren.systemtests.suite.SuiteLogs;
import dev.warren.systemtests.suite.SystemTest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/**
 * Looks through all that a suite has written, after all other tests have used it. The suite is
 * open: its services ask nobody for a key, so what becomes of those that callers show is seen
 * elsewhere, by {@code CredentialsInLogsTest} and {@code TokenAccessTest}.
 */
@SystemTest
@Order(Integer.MAX_VALUE)
class SecretsInLogsIT {

  private static final List<String> SERVICES =
      List.of("producer", "worker", "log-subscriber", "rpc-fib");

  private final RunningSuite suite;

  SecretsInLogsIT(RunningSuite suite) {
    this.suite = suite;
  }

  @Test
  void holdNoneThatTheSuiteUses() {
    String logs = SuiteLogs.of(suite);

    assertThat(logs)
        .contains("Started ProducerApplication", "Started WorkerApplication")
        .contains("Started LogSubscriberApplication", "Started RpcFibApplication");
    if (suite.mode() != Mode.LOCAL) {
      assertThat(logs).contains("database system is ready to accept connections"); // PostgreSQL's
    }
    assertThat(DemoSecrets.passwords()).hasSizeGreaterThan(SERVICES.size());
    DemoSecrets.passwords()
        .forEach((file, secret) -> assertThat(logs.contains(secret)).as(file).isFalse());
  }

  @Test
  void holdNeitherHeadersNorTokensInQueries() throws Exception {
    String secret = UUID.randomUUID().toString();
    HttpClient http = HttpClient.newHttpClient();
    for (String service : SERVICES) {
      URI url = suite.members(service).get(0).client().url();
      for (HttpRequest request : requests(url, secret).toList()) {
        assertThat(http.send(request, BodyHandlers.discarding()).statusCode()).isLessThan(500);
      }
    }

    assertThat(SuiteLogs.of(suite)).doesNotContain(secret);
  }

  /** To what is there, to what is used wrongly and to what is not there. */
  private static Stream<HttpRequest> requests(URI url, String secret) {
    return Stream.of("/livez", "/api/tasks?limit=x", "/no/such/path?access_token=" + secret)
        .map(path -> HttpRequest.newBuilder(url.resolve(path)))
        .flatMap(
            request ->
                Stream.of(
                    request.copy().header("X-API-Key", secret).build(),
                    request.copy().header("Authorization", "Bearer " + secret).build(),
                    request.copy().header("Cookie", "session=" + secret).build()));
  }
}
