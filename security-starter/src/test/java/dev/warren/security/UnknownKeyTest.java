package dev.warren.security;

import static dev.warren.security.Things.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.messaging.web.ProblemType;
import java.io.IOException;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ConfigurableApplicationContext;

/** Tokens that name a key which the issuer does not have. */
class UnknownKeyTest {

  private static final Issuer ISSUER = Issuer.create();

  private final IssuerServer server;

  UnknownKeyTest() throws IOException {
    server = new IssuerServer(ISSUER.keySet("known"));
  }

  @AfterEach
  void close() {
    server.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"issuer-uri", "jwk-set-uri"})
  void aFloodOfThemLeavesTheIssuerAndOtherCallersAlone(String setting) {
    String address = setting.equals("issuer-uri") ? server.address() : server.addressOfKeys();
    try (ConfigurableApplicationContext service = ThingsApplication.trusting(setting, address)) {
      Things things = Things.of(service);
      for (int i = 0; i < 50; i++) {
        assertRefused(
            things.sendAs(token(UUID.randomUUID().toString()), "GET", "/api/things"),
            ProblemType.UNAUTHENTICATED,
            "Bearer realm=\"warren\", error=\"invalid_token\"");
        assertThat(things.sendAs(token("known"), "GET", "/api/things").statusCode()).isEqualTo(200);
      }
    }

    assertThat(server.keysRead()).isBetween(1, 3);
  }

  private String token(String key) {
    return ISSUER.tokenOfKey(key, server.address());
  }
}
