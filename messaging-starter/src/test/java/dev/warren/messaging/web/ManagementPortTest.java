package dev.warren.messaging.web;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalManagementPort;

@SpringBootTest(
    classes = ProbeApplication.class,
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {"management.server.port=0", "warren.http.unread-body-time=1s"})
class ManagementPortTest {

  @LocalManagementPort private int port;

  @Test
  void whoDripsABodyIsNotWaitedFor() throws IOException {
    try (Socket socket = new Socket("localhost", port)) {
      socket.getOutputStream().write(bytes("POST /actuator/health HTTP/1.1\r\nHost: a\r\n"));
      socket.getOutputStream().write(bytes("Transfer-Encoding: chunked\r\n\r\n1;"));
      byte[] start = socket.getInputStream().readNBytes(12);
      assertThat(new String(start, US_ASCII)).isEqualTo("HTTP/1.1 405");
      await().until(() -> isOver(socket));
    }
  }

  private static boolean isOver(Socket socket) throws IOException {
    socket.setSoTimeout(100);
    try {
      socket.getOutputStream().write('a');
      socket.getInputStream().transferTo(OutputStream.nullOutputStream());
      return true;
    } catch (SocketTimeoutException e) {
      return false;
    } catch (SocketException e) {
      return true;
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(US_ASCII);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/a/b", "/./a", "/livene//ss", ";a=b/c;d=e/f", "/../a/b"})
  void whatIsFurtherBelowHealthIsNotFound(String path) throws IOException {
    String request = "GET /actuator/health" + path + " HTTP/1.1\r\nHost: a\r\n";

    assertThat(new Probe(port).raw(request + "Connection: close\r\n\r\n"))
        .startsWith("HTTP/1.1 404");
  }

  @Test
  void theApisPortHasNoFilterForTheHealthThatIsNotThere(
      @Autowired ObjectProvider<NestedHealthFilter> filters) {
    assertThat(filters.stream()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/liveness", "/readiness"})
  void groupsOfHealthAreFound(String path) throws IOException {
    String request = "GET /actuator/health" + path + " HTTP/1.1\r\nHost: a\r\n";

    assertThat(new Probe(port).raw(request + "Connection: close\r\n\r\n"))
        .startsWith("HTTP/1.1 200");
  }

  @Test
  void aPathWithABrokenEscapeIsRefusedThereToo() throws IOException {
    String path = "/actuator/health;a=%";

    String answer =
        new Probe(port).raw("GET " + path + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");

    assertThat(answer).startsWith("HTTP/1.1 400").doesNotContain("Exception");
  }
}
