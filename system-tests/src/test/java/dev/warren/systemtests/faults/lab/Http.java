package dev.warren.systemtests.faults.lab;

import dev.warren.systemtests.faults.ledger.Answered;
import dev.warren.systemtests.suite.ApiKey;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.function.Function;

/** An HTTP client that tells a request that never left from one without an answer. */
final class Http {

  /** The detail of a request whose answer did not come. */
  static final String NO_ANSWER = "no answer";

  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(2))
          .build();

  /** Sends once, and has the response read. */
  Reply send(HttpRequest.Builder request, Function<HttpResponse<String>, Reply> reader) {
    try {
      return reader.apply(client.send(ApiKey.addTo(request).build(), BodyHandlers.ofString()));
    } catch (ConnectException e) {
      return new Reply(Answered.FAILED, "not connected", "");
    } catch (IOException e) {
      return new Reply(Answered.UNKNOWN, NO_ANSWER, "");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Reply(Answered.UNKNOWN, "interrupted", "");
    }
  }
}
