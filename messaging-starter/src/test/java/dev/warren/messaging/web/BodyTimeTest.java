package dev.warren.messaging.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Whoever sends a body for too long is told so and has no place any more. */
@ExtendWith(OutputCaptureExtension.class)
@SpringBootTest(
    classes = ProbeApplication.class,
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {
      "warren.http.body-time=1s",
      "warren.http.body-limits[0].path=/stream",
      "warren.http.body-limits[0].limit=2KB",
      "warren.http.body-limits[0].unlimited-when-streamed=true"
    })
class BodyTimeTest {

  private static final String HEAD =
      "POST %s HTTP/1.1\r\nHost: a\r\nContent-Type: %s\r\n%s\r\n\r\n";
  private static final String CHUNKED = "Transfer-Encoding: chunked";

  @LocalServerPort private int port;
  @Autowired private MeterRegistry registry;

  @ParameterizedTest(name = "{0}, {1}, then {2}")
  @CsvSource(
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "Content-Length: 9000,'{', ", // bytes of the body itself
        "Transfer-Encoding: chunked,'','1\r\n \r\n'", // chunks
        "Transfer-Encoding: chunked,'1',;a", // what may stand beside the length of a chunk
        "Transfer-Encoding: chunked,'2\r\n{}\r\n0\r\nA: ',b", // what may follow upon the last one
        "Content-Length: 9000,'{','NOTHING'", // one who stops
        "Transfer-Encoding: chunked,'1','NOTHING'",
      })
  void aBodyThatDripsEndsInTimeWhereverItDoes(
      String length, String begin, String drip, CapturedOutput log) throws IOException {
    long start = System.nanoTime();
    try (Socket socket = begin("/notes", "application/json", length)) {
      String answer = untilTheEnd(socket, begin, drip == null ? " " : drip);
      assertThat(answer).startsWith("HTTP/1.1 408").contains("body-too-slow", "1000 ms");
    }
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isBetween(seconds(1), seconds(5));
    await().untilAsserted(() -> assertThat(inHand()).isZero());
    assertThat(log).doesNotContain("Request failed");
  }

  @Test
  void aStreamMayTakeItsTime() throws IOException {
    try (Socket socket = begin("/stream", "text/plain", CHUNKED)) {
      long end = System.nanoTime() + 2_500_000_000L;
      while (System.nanoTime() < end) {
        assertThat(drip(socket, "1\r\na\r\n", new ByteArrayOutputStream())).isTrue();
      }
      assertThat(untilTheEnd(socket, "0\r\n\r\n", "NOTHING")).startsWith("HTTP/1.1 200");
    }
  }

  @Test
  void aBodyThatWasThereInTimeMayBeAnsweredLater() throws IOException {
    String request = HEAD.formatted("/slow", "text/plain", "Content-Length: 2") + "ab";
    String last = request.replace("Host: a", "Host: a\r\nConnection: close");
    try (Socket socket = new Socket("localhost", port)) {
      assertThat(untilTheEnd(socket, request + last, "NOTHING").split("HTTP/1.1 200")).hasSize(3);
    }
  }

  private Socket begin(String path, String type, String length) throws IOException {
    Socket socket = new Socket("localhost", port);
    socket.getOutputStream().write(bytes(HEAD.formatted(path, type, length)));
    return socket;
  }

  /** Sends the drops until the answer is there, or, after an answer without an end, a while. */
  private static String untilTheEnd(Socket socket, String first, String drop) throws IOException {
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    socket.getOutputStream().write(bytes(first));
    for (int i = 0; i < 60 && drip(socket, drop, answer); i++) {
      // goes on
    }
    return answer.toString(StandardCharsets.UTF_8);
  }

  /** Returns whether the connection is still there a tenth of a second later. */
  private static boolean drip(Socket socket, String drop, ByteArrayOutputStream answer)
      throws IOException {
    socket.setSoTimeout(100);
    try {
      if (!drop.equals("NOTHING")) {
        socket.getOutputStream().write(bytes(drop));
      }
      socket.getInputStream().transferTo(answer);
      return false;
    } catch (SocketTimeoutException e) {
      return true;
    } catch (SocketException e) {
      return false; // reset, after whatever came before
    }
  }

  private double inHand() {
    return registry.get("warren.requests.in.hand").tag("limit", "all").gauge().value();
  }

  private static Duration seconds(int count) {
    return Duration.ofSeconds(count);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
