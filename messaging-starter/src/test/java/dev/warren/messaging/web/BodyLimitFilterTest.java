package dev.warren.messaging.web;

import static dev.warren.messaging.web.Probe.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

@SpringBootTest(
    classes = ProbeApplication.class,
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {
      "server.tomcat.max-swallow-size=16MB",
      "warren.http.body-limit=1KB",
      "warren.http.body-time=1s",
      "warren.http.body-limits[0].path=/stream",
      "warren.http.body-limits[0].limit=2KB",
      "warren.http.body-limits[0].unlimited-when-streamed=true"
    })
class BodyLimitFilterTest {

  private static final int KB = 1024;

  @LocalServerPort private int port;
  private Probe probe = new Probe(0);

  @BeforeEach
  void aim() {
    probe = new Probe(port);
  }

  @Test
  void bodyOfExactlyTheLimitIsTaken() {
    assertThat(probe.postJson("/notes", note(KB)).statusCode()).isEqualTo(200);
    assertThat(post("/notes", chunked(note(KB))).statusCode()).isEqualTo(200);
  }

  @Test
  void oneByteMoreIsTooLargeDeclaredOrNot() {
    assertProblem(probe.postJson("/notes", note(KB + 1)), ProblemType.BODY_TOO_LARGE);
    assertProblem(post("/notes", chunked(note(KB + 1))), ProblemType.BODY_TOO_LARGE);
  }

  @Test
  void clientThatSendsFarTooMuchStillGetsAnAnswer() {
    assertProblem(probe.postJson("/notes", note(5 * KB * KB)), ProblemType.BODY_TOO_LARGE);
    assertProblem(post("/notes", chunked(note(5 * KB * KB))), ProblemType.BODY_TOO_LARGE);
  }

  @Test
  void declaredLengthOverTheLimitIsRefusedBeforeAByteIsSent() throws IOException {
    assertThat(answerToHead("")).isEqualTo("HTTP/1.1 413");
    assertThat(answerToHead("Expect: 100-continue\r\n")).isEqualTo("HTTP/1.1 413");
  }

  private String answerToHead(String more) throws IOException {
    try (Socket socket = new Socket("localhost", port)) {
      socket.setSoTimeout(5_000);
      socket.getOutputStream().write(head("Content-Length: 999999999999\r\n" + more));
      byte[] answer = socket.getInputStream().readNBytes(12);
      return new String(answer, StandardCharsets.US_ASCII);
    }
  }

  private static byte[] head(String more) {
    String lines = "POST /notes HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n";
    return (lines + more + "\r\n").getBytes(StandardCharsets.US_ASCII);
  }

  @Test
  void bodyThatDripsIsRefusedAndNotWaitedFor() throws IOException {
    try (Socket socket = new Socket("localhost", port)) {
      socket.setSoTimeout(5_000);
      OutputStream body = socket.getOutputStream();
      body.write(head("Content-Length: 1000\r\n"));
      for (int i = 0; i < 50 && socket.getInputStream().available() == 0; i++) {
        body.write(' ');
        LockSupport.parkNanos(100_000_000);
      }
      assertThat(untilTheEnd(socket)).startsWith("HTTP/1.1 408");
    }
  }

  /** A connection may be reset by who has not read all of what came. */
  private static String untilTheEnd(Socket socket) throws IOException {
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    try {
      socket.getInputStream().transferTo(answer);
    } catch (SocketException e) {
      assertThat(answer.size()).as(e.toString()).isPositive();
    }
    return answer.toString(StandardCharsets.UTF_8);
  }

  @Test
  void streamedBodyGoesOnWhereItMay() {
    String text = "x".repeat(300 * KB);
    BodyPublisher stream =
        BodyPublishers.ofInputStream(
            () -> new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII)));
    assertThat(probe.send("POST", "/stream", "text/plain", stream).body()).isEqualTo("307200");
    assertProblem(
        probe.send("POST", "/stream", "text/plain", BodyPublishers.ofString(text)),
        ProblemType.BODY_TOO_LARGE);
  }

  private java.net.http.HttpResponse<String> post(String path, BodyPublisher body) {
    return probe.send("POST", path, "application/json", body);
  }

  private static BodyPublisher chunked(String body) {
    return BodyPublishers.ofInputStream(
        () -> new ByteArrayInputStream(body.getBytes(StandardCharsets.US_ASCII)));
  }

  private static String note(int length) {
    String frame = "{\"text\":\"\"}";
    return "{\"text\":\"" + "x".repeat(length - frame.length()) + "\"}";
  }
}
