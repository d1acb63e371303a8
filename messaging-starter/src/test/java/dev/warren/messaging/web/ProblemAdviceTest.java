package dev.warren.messaging.web;

import static dev.warren.messaging.web.Probe.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

@SpringBootTest(
    classes = ProbeApplication.class,
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = "management.health.rabbit.enabled=false")
class ProblemAdviceTest {

  @LocalServerPort private int port;
  private Probe probe = new Probe(0);

  @BeforeEach
  void aim() {
    probe = new Probe(port);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{",
        "",
        "not json",
        "[]",
        "{\"text\":\"a\",",
        "{\"text\":\"a",
        "{\"text\":01}",
        "{\"text\":\"\t\"}",
        "\"text\"",
        "null",
        "{\"text\":\"a\"} trailing",
        "{\"text\":\"a\",\"text\":\"b\"}"
      })
  void malformedBodyIsAMalformedRequest(String body) {
    assertProblem(probe.postJson("/notes", body), ProblemType.MALFORMED_REQUEST);
  }

  @Test
  void absurdDepthIsAMalformedRequest() {
    String body = "{\"colour\":" + "[".repeat(30_000);
    assertProblem(probe.postJson("/notes", body), ProblemType.MALFORMED_REQUEST);
    String nested = "{\"text\":" + "[".repeat(30_000);
    assertProblem(probe.postJson("/notes", nested), ProblemType.INVALID_FIELD);
  }

  @Test
  void malformedUtf8IsAMalformedRequest() {
    byte[] body = {'{', '"', 't', 'e', 'x', 't', '"', ':', '"', (byte) 0xC3, '"', '}'};
    HttpResponse<String> response =
        probe.send("POST", "/notes", "application/json", BodyPublishers.ofByteArray(body));
    assertProblem(response, ProblemType.MALFORMED_REQUEST);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | text | must not be empty",
        "{\"text\":\"\"} | text | must not be empty",
        "{\"text\":null} | text | must not be empty",
        "{\"text\":5} | text | must be a string",
        "{\"text\":true} | text | must be a string",
        "{\"text\":{}} | text | must be a string",
        "{\"text\":[\"a\"]} | text | must be a string",
        "{\"text\":\"a\",\"number\":\"5\"} | number | must be a number in range",
        "{\"text\":\"a\",\"number\":5.5} | number | must be a number in range",
        "{\"text\":\"a\",\"number\":99999999999} | number | must be a number in range",
        "{\"text\":\"a\",\"colour\":1} | colour | is unknown",
      })
  void wrongFieldIsNamed(String body, String field, String message) {
    HttpResponse<String> response = probe.postJson("/notes", body);
    assertProblem(response, ProblemType.INVALID_FIELD);
    assertThat(response.body())
        .contains("\"errors\":[{\"field\":\"" + field + "\",\"message\":\"" + message + "\"}]");
  }

  @ParameterizedTest
  @CsvSource({
    "/numbers/x?limit=1, n, must be a number in range",
    "/numbers/1?limit=x, limit, must be a number in range",
    "/numbers/1?limit=10, limit, too big",
    "/numbers/1, limit, is required",
  })
  void wrongParameterIsNamed(String path, String field, String message) {
    HttpResponse<String> response = probe.get(path);
    assertProblem(response, ProblemType.INVALID_FIELD);
    assertThat(response.body())
        .contains("\"errors\":[{\"field\":\"" + field + "\",\"message\":\"" + message + "\"}]");
  }

  @Test
  void unknownMediaTypeNamesThoseThatAreTaken() {
    HttpResponse<String> response =
        probe.send("POST", "/notes", "application/xml", BodyPublishers.ofString("<a/>"));
    assertProblem(response, ProblemType.UNSUPPORTED_MEDIA_TYPE);
    assertThat(response.headers().firstValue("Accept-Post")).hasValue("application/json");
  }

  @Test
  void wrongMethodNamesThoseThatAreAllowed() {
    HttpResponse<String> response = probe.send("DELETE", "/notes", "*/*", BodyPublishers.noBody());
    assertProblem(response, ProblemType.METHOD_NOT_ALLOWED);
    assertThat(response.headers().firstValue("Allow")).hasValue("POST");
  }

  @Test
  void problemIsAProblemWhateverTheCallerAccepts() {
    assertProblem(probe.getAs("text/html", "/nowhere"), ProblemType.NOT_FOUND);
    assertProblem(probe.getAs("application/xml", "/refused"), ProblemType.NACKED);
    assertProblem(probe.getAs("image/png", "/numbers/1?limit=1"), ProblemType.NOT_ACCEPTABLE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"*/*", "text/*", "*", "json", "application/xml", "application/json"})
  void contentTypeOfARequestWithoutABodyDoesNotMatter(String contentType) {
    for (String path : List.of("/actuator/health", "/numbers/1?limit=1")) {
      HttpResponse<String> response = probe.send("GET", path, contentType, BodyPublishers.noBody());
      assertThat(response.statusCode()).as(path + response.body()).isLessThan(300);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"*/*", "text/*", "*", "json", "application/", "a/b;charset="})
  void contentTypeThatIsNoneIsAnUnsupportedOne(String contentType) {
    HttpResponse<String> response =
        probe.send("POST", "/notes", contentType, BodyPublishers.ofString("{}"));
    assertProblem(response, ProblemType.UNSUPPORTED_MEDIA_TYPE);
  }

  @Test
  void contentTypeThatIsNoneIsUnsupportedWhereverThereIsABody() {
    HttpResponse<String> response =
        probe.send("GET", "/actuator/health", "*/*", BodyPublishers.ofString("{}"));
    assertProblem(response, ProblemType.UNSUPPORTED_MEDIA_TYPE);
  }

  @Test
  void optionsNameTheMethods() {
    HttpResponse<String> response = probe.send("OPTIONS", "/notes", "*/*", BodyPublishers.noBody());
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("Allow")).hasValue("POST,OPTIONS");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/nowhere", "/notes/1", "/error", "/%20", "/a%2Fb"})
  void unknownPathIsAProblem(String path) {
    HttpResponse<String> response = probe.get(path);
    assertThat(response.statusCode()).isIn(404, 400);
    assertThat(response.body()).doesNotContain("dev.warren", "java.");
  }

  @Test
  void faultOfOursIsNotShown() {
    HttpResponse<String> response = probe.get("/faulty");
    assertProblem(response, ProblemType.INTERNAL);
    assertThat(response.body()).contains("\"errorId\":").doesNotContain("secret");
  }

  @Test
  void problemOfAFutureKeepsItsMembersAndHeaders() {
    HttpResponse<String> response = probe.get("/refused");
    assertProblem(response, ProblemType.NACKED);
    assertThat(response.body()).contains("\"id\":\"42\"", "\"detail\":\"Queue is full\"");
    assertThat(response.headers().firstValue("Retry-After")).hasValue("2");
  }
}
