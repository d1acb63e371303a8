package dev.warren.security;

import static dev.warren.security.Things.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.messaging.web.ProblemType;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@SpringBootTest(
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {
      "spring.config.import=classpath:warren-security.yaml",
      "warren.security.mode=jwt",
      ThingsApplication.READ,
      ThingsApplication.READ_REQUESTS,
      ThingsApplication.WRITE,
      ThingsApplication.WRITE_REQUESTS
    })
@ExtendWith(OutputCaptureExtension.class)
class TokenAccessTest {

  private static final Issuer ISSUER = Issuer.create();
  private static final String OURS = "warren";

  @TempDir private static Path folder = Path.of("");

  @LocalServerPort private int port;
  private Things things = new Things(0);

  @DynamicPropertySource
  static void trust(DynamicPropertyRegistry settings) throws IOException {
    Path key = ISSUER.writePublicKey(folder.resolve("issuer.pem"));
    settings.add(
        "spring.security.oauth2.resourceserver.jwt.public-key-location",
        () -> key.toUri().toString());
  }

  @BeforeEach
  void aim() {
    things = new Things(port);
  }

  @Test
  void aTokenIsGoodForWhatItsScopesAllow() {
    String token = ISSUER.token(OURS, "openid tasks:read");

    assertThat(things.sendAs(token, "GET", "/api/things").body()).isEqualTo("[]");
    assertRefused(
        things.sendAs(token, "POST", "/api/things"),
        ProblemType.FORBIDDEN,
        "Bearer realm=\"warren\", error=\"insufficient_scope\", scope=\"tasks:write\"");
  }

  @Test
  void whatThePathDoesNotTellIsAskedOfTheSameToken() {
    String writer = ISSUER.token(OURS, "tasks:write");
    String admin = ISSUER.token(OURS, "tasks:write admin");

    assertThat(things.sendAs(writer, "POST", "/api/things").statusCode()).isEqualTo(200);
    assertRefused(
        things.sendAs(writer, "POST", "/api/things?special=true"),
        ProblemType.FORBIDDEN,
        "Bearer realm=\"warren\", error=\"insufficient_scope\", scope=\"admin\"");
    assertThat(things.sendAs(admin, "POST", "/api/things?special=true").statusCode())
        .isEqualTo(200);
  }

  static Stream<Arguments> badTokens() {
    Instant past = Instant.now().minusSeconds(3600);
    Instant soon = Instant.now().plusSeconds(60);
    String good = ISSUER.token(OURS, "tasks:read");
    return Stream.of(
        Arguments.of("for somebody else", ISSUER.token("another", "tasks:read")),
        Arguments.of("expired", ISSUER.token(OURS, "tasks:read", past)),
        Arguments.of("of nobody", ISSUER.token(null, OURS, "tasks:read", soon)),
        Arguments.of("of nobody, who may not", ISSUER.token(null, OURS, "tasks:write", soon)),
        Arguments.of("of somebody without a name", ISSUER.token(" ", OURS, "tasks:read", soon)),
        Arguments.of("of another issuer", Issuer.create().token(OURS, "tasks:read")),
        Arguments.of("with its signature cut off", good.substring(0, good.lastIndexOf('.') + 1)),
        Arguments.of("unsigned", unsigned()),
        Arguments.of("no token at all", "abc"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("badTokens")
  void anotherTokenIsNotTaken(String what, String token) {
    assertRefused(
        things.sendAs(token, "GET", "/api/things"),
        ProblemType.UNAUTHENTICATED,
        "Bearer realm=\"warren\", error=\"invalid_token\"");
  }

  @Test
  void tokensAreNotLogged(CapturedOutput output) {
    String good = ISSUER.token(OURS, "tasks:read");
    String bad = Issuer.create().token(OURS, "tasks:read");

    assertThat(things.sendAs(good, "GET", "/api/faulty").statusCode()).isEqualTo(500);
    assertThat(things.sendAs(good, "POST", "/api/things").statusCode()).isEqualTo(403);
    assertThat(things.sendAs(bad, "GET", "/api/things").statusCode()).isEqualTo(401);

    assertThat(output).contains("a fault", "Not allowed to somebody", "No valid credential from");
    Stream.of(good, bad)
        .flatMap(token -> Stream.of(token.split("\\.")).skip(1)) // the header is no secret
        .forEach(part -> assertThat(output.getAll()).doesNotContain(part));
  }

  private static String unsigned() {
    return encoded("{\"alg\":\"none\"}")
        + "."
        + encoded("{\"sub\":\"x\",\"aud\":\"warren\",\"scope\":\"tasks:read\",\"exp\":4102444800}")
        + ".";
  }

  private static String encoded(String json) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(json.getBytes(StandardCharsets.UTF_8));
  }
}
