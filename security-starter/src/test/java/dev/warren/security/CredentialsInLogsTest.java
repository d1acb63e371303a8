package dev.warren.security;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A right and a wrong key, wherever a caller shows them and however it ends. */
@SpringBootTest(
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {
      "warren.security.mode=api-keys",
      ThingsApplication.READ,
      ThingsApplication.READ_REQUESTS
    })
@ExtendWith(OutputCaptureExtension.class)
class CredentialsInLogsTest {

  private static final String RIGHT = "right-" + UUID.randomUUID();
  private static final String WRONG = "wrong-" + UUID.randomUUID();

  @LocalServerPort private int port;

  @DynamicPropertySource
  static void trust(DynamicPropertyRegistry settings) throws NoSuchAlgorithmException {
    byte[] hash = MessageDigest.getInstance("SHA-256").digest(RIGHT.getBytes(UTF_8));
    settings.add(
        "warren.security.api-keys", () -> "import tasks:read " + HexFormat.of().formatHex(hash));
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          GET , /api/things       , 200
          GET , /api/later        , 200
          POST, /api/things       , 403
          GET , /api/forgotten    , 403
          GET , /api/things;x=1   , 400
          GET , /api/faulty       , 500
          """)
  void aRightKeyIsNotLogged(String method, String path, int status, CapturedOutput output) {
    Things things = new Things(port);
    assertThat(things.send(method, path, "X-API-Key", RIGHT).statusCode()).isEqualTo(status);
    assertThat(things.sendAs(RIGHT, method, path).statusCode()).isEqualTo(status);

    assertThat(output.getAll()).doesNotContain(RIGHT);
  }

  @ParameterizedTest
  @CsvSource({
    "X-API-Key, ''",
    "Authorization, 'Bearer '",
    "Authorization, 'Bearer two words '",
    "Authorization, 'Basic '",
    "Cookie, session="
  })
  void aWrongKeyIsNotLogged(String header, String before, CapturedOutput output) {
    String path = "/api/things?access_token=" + WRONG;
    assertThat(new Things(port).send("GET", path, header, before + WRONG).statusCode())
        .isEqualTo(401);

    assertThat(output.getAll()).doesNotContain(WRONG);
  }
}
