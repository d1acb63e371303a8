package dev.warren.messaging.web;

import static dev.warren.messaging.web.Probe.assertProblem;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What {@code ./warren fuzz} has found once, and must not find again. */
@SpringBootTest(
    classes = ProbeApplication.class,
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {
      "spring.config.import=classpath:warren-defaults.yaml",
      "spring.application.name=probe"
    })
class FuzzedRequestsTest {

  @LocalServerPort private int port;
  private Probe probe = new Probe(0);

  @BeforeEach
  void aim() {
    probe = new Probe(port);
  }

  @ParameterizedTest
  @ValueSource(strings = {"limit=%c3%28", "limit=1&other=%ff"})
  void parametersThatAreNoUtf8AreAMalformedRequest(String query) {
    assertProblem(probe.get("/numbers/1?" + query), ProblemType.MALFORMED_REQUEST);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/numbers/1;a=%", "/numbers/1;a=%4", "/numbers;%zz/1", "/nowhere;%"})
  void aPathWithABrokenEscapeIsAMalformedRequest(String path) throws IOException {
    String answer = probe.raw("GET " + path + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");

    assertThat(answer)
        .startsWith("HTTP/1.1 400")
        .contains("application/problem+json", ProblemType.MALFORMED_REQUEST.uri().toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"/a/b", "/./a", "/livene//ss", ";a=b/c;d=e/f", "/../a/b"})
  void whatIsFurtherBelowHealthIsNotFound(String path) throws IOException {
    String request = "GET /actuator/health" + path + " HTTP/1.1\r\nHost: a\r\n";

    assertThat(probe.raw(request + "Connection: close\r\n\r\n"))
        .startsWith("HTTP/1.1 404")
        .contains("application/problem+json", ProblemType.NOT_FOUND.uri().toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"/livez/a", "/livez/a/b", "/readyz/a/b", "/actuator/health/a"})
  void norIsThereAnythingElseBelowIt(String path) {
    assertThat(probe.get(path).statusCode()).isEqualTo(404);
  }

  @Test
  void moreParametersThanTomcatTakesAreAMalformedRequest() {
    String many = "a=b&".repeat(1_001) + "limit=1";

    assertProblem(probe.get("/numbers/1?" + many), ProblemType.MALFORMED_REQUEST);
  }

  @ParameterizedTest
  @ValueSource(strings = {"multipart/form-data", "multipart/form-data;boundary=b"})
  void nobodyUploadsFiles(String contentType) {
    HttpResponse<String> response =
        probe.send("POST", "/notes", contentType, BodyPublishers.ofString("--b"));

    assertProblem(response, ProblemType.UNSUPPORTED_MEDIA_TYPE);
  }

  /** Or Tomcat would read it, whatever the limit of bodies is. */
  @Test
  void aFormHasNoParameters() {
    String form = "limit=1&" + "x".repeat(100_000);
    HttpResponse<String> response =
        probe.send(
            "POST",
            "/forms",
            "application/x-www-form-urlencoded",
            BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(form.getBytes(UTF_8))));

    assertThat(response.body()).isEqualTo("none");
  }

  @Test
  void aFileThatNobodyAskedForDoesNotMatter() {
    HttpResponse<String> response =
        probe.send(
            "GET", "/numbers/1?limit=1", "multipart/form-data", BodyPublishers.ofString("--b"));

    assertThat(response.statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"////", "*/*;q=NaN", "text/event-stream, nonsense, ,,", "a/b;q=0"})
  void aProblemIsToldToWhoAcceptsNothing(String accept) {
    assertProblem(probe.getAs(accept, "/nowhere"), ProblemType.NOT_FOUND);
    assertProblem(probe.getAs(accept, "/numbers/1?limit=1"), ProblemType.NOT_ACCEPTABLE);
  }
}
