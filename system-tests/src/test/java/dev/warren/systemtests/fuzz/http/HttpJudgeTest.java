package dev.warren.systemtests.fuzz.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HttpJudgeTest {

  private static final String PROBLEM =
      "{\"type\":\"urn:warren:problem:%s\",\"status\":400,\"detail\":\"no\"}";

  @ParameterizedTest
  @CsvSource({
    "400, malformed-request",
    "404, not-found",
    "429, overloaded",
    "503, too-many-streams",
    "504, rpc-timeout"
  })
  void aProblemIsFine(int status, String type) {
    assertThat(judge(problem(status, type))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"500, internal", "503, unheard-of", "502, dead-letter-unreadable"})
  void aFailureIsNot(int status, String type) {
    assertThat(judge(problem(status, type))).contains("a failure: " + type);
  }

  @Test
  void whatTomcatRefusesMayBeBareButTellsNothing() {
    assertThat(judge("HTTP/1.1 400 \r\n\r\n<h1>Bad Request</h1>")).isEmpty();
    assertThat(judge("HTTP/1.1 400 \r\n\r\njava.lang.IllegalStateException")).isPresent();
    assertThat(judge("HTTP/1.1 400 \r\nServer: x\r\n\r\n")).isPresent();
    assertThat(judge("HTTP/1.1 404 \r\n\r\n")).isPresent();
    assertThat(judge("HTTP/1.1 500 \r\n\r\n")).isPresent();
  }

  @Test
  void whoTellsNoProblemsMayBeBareButMayNotFail() {
    assertThat(HttpJudge.complain(bare(), answer("HTTP/1.1 404 \r\n\r\n{}", true))).isEmpty();
    assertThat(HttpJudge.complain(bare(), answer("HTTP/1.1 500 \r\n\r\n", true))).isPresent();
    assertThat(HttpJudge.complain(bare(), answer("HTTP/1.1 400 \r\n\r\njava.Exception", true)))
        .isPresent();
  }

  @Test
  void aHeaderThatTheSenderChoseIsFound() {
    assertThat(judge("HTTP/1.1 200 \r\nX-Injected: yes\r\n\r\n")).isPresent();
  }

  @Test
  void nothingIsAnAnswerOnlyToWhoBreaksOff() {
    assertThat(judge("")).contains("no answer");
    assertThat(HttpJudge.complain(request(true), answer("", true))).isEmpty();
    assertThat(HttpJudge.complain(request(false), answer(problem(400, "a"), false))).isPresent();
  }

  @Test
  void chunksAreReadAsOneBodyAndWhatOnlyAnnouncesIsPassedOver() {
    String head = "HTTP/1.1 200 \r\nTransfer-Encoding: chunked\r\n\r\n";
    String chunks = "3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n";

    RawAnswer answer = answer("HTTP/1.1 100 \r\n\r\n" + head + chunks, true);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("abcde");
  }

  private static Optional<String> judge(String received) {
    return HttpJudge.complain(request(false), answer(received, true));
  }

  private static String problem(int status, String type) {
    return "HTTP/1.1 %d \r\nContent-Type: application/problem+json\r\n\r\n%s"
        .formatted(status, PROBLEM.formatted(type));
  }

  private static RawAnswer answer(String received, boolean isOver) {
    return RawAnswer.of(received.getBytes(ISO_8859_1), Duration.ZERO, isOver);
  }

  private static RawRequest bare() {
    return request(false, false);
  }

  private static RawRequest request(boolean isCutOff) {
    return request(isCutOff, true);
  }

  private static RawRequest request(boolean isCutOff, boolean tellsProblems) {
    ByteBuffer head = ByteBuffer.wrap("GET / HTTP/1.1\r\n\r\n".getBytes(ISO_8859_1));
    ByteBuffer body = ByteBuffer.allocate(0);
    return new RawRequest(
        URI.create("http://localhost"), head, body, isCutOff, tellsProblems, "GET /");
  }
}
