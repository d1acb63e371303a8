package dev.warren.security;

import static dev.warren.security.Things.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.messaging.web.ProblemType;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

@SpringBootTest(
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {"warren.security.mode=open", "server.address=127.0.0.1"})
class OpenAccessTest {

  @LocalServerPort private int port;
  @Autowired private ApplicationContext context;
  private Things things = new Things(0);

  @BeforeEach
  void aim() {
    things = new Things(port);
  }

  @Test
  void nobodyIsAskedAndNothingOfSpringSecurityIsAtWork() {
    assertThat(things.send("POST", "/api/things?special=true").body()).isEqualTo("made");
    assertThat(context.containsBean("springSecurityFilterChain")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://elsewhere.example",
        "http://elsewhere.example:8080",
        "http://localhost.elsewhere.example",
        "http://127.0.0.1.elsewhere.example",
        "http://203.0.113.5",
        "http://203.0.113.5:8080",
        "http://[2001:db8::5]:8080",
        "null"
      })
  void aPageFromElsewhereCannotSendAnything(String origin) {
    assertProblem(things.send("POST", "/api/things", "Origin", origin), ProblemType.FORBIDDEN);
    assertThat(things.send("GET", "/api/things", "Origin", origin).statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://localhost:8080", "http://127.0.0.1:32768", "http://[::1]:8080"})
  void aPageOfThisMachineCan(String origin) {
    assertThat(things.send("POST", "/api/things", "Origin", origin).body()).isEqualTo("made");
  }

  @ParameterizedTest
  @ValueSource(strings = {"203.0.113.5", "203.0.113.5:8080", "[2001:db8::5]:8080"})
  void aPageFromTheAddressThatItSendsToCan(String host) throws IOException {
    assertThat(send(host, "http://" + host)).startsWith("HTTP/1.1 200 ").contains("made");
  }

  @ParameterizedTest
  @ValueSource(strings = {"203.0.113.5:80", "203.0.113.6:8080", "127.0.0.1:8080"})
  void aPageFromAnotherAddressCannot(String host) throws IOException {
    assertThat(send(host, "http://203.0.113.5:8080")).startsWith("HTTP/1.1 403 ");
  }

  @Test
  void aNameThatLeadsHereGainsNothing() throws IOException {
    assertThat(send("elsewhere.example:8080", "http://elsewhere.example:8080"))
        .startsWith("HTTP/1.1 403 ");
  }

  /** By hand: the client of the JDK writes the address that it connects to as the host. */
  private String send(String host, String origin) throws IOException {
    String request =
        "POST /api/things HTTP/1.1\r\nHost: %s\r\nOrigin: %s\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket
          .getOutputStream()
          .write(request.formatted(host, origin).getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void browsersAreToldTheSameAsInOtherModes() {
    assertThat(things.send("GET", "/api/things").headers().map())
        .containsKeys("content-security-policy", "x-content-type-options", "x-frame-options");
  }
}
