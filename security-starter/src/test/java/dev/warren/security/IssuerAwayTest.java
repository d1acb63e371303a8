package dev.warren.security;

import static dev.warren.security.Things.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.messaging.web.ProblemType;
import java.net.http.HttpResponse;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ConfigurableApplicationContext;

class IssuerAwayTest {

  @ParameterizedTest
  @ValueSource(strings = {"issuer-uri", "jwk-set-uri"})
  void aTokenThatCannotBeVerifiedNowMayBeSentAgain(String setting) {
    String token = Issuer.create().token("warren", "tasks:read");
    try (ConfigurableApplicationContext service =
        ThingsApplication.trusting(setting, "http://127.0.0.1:1/nobody")) {
      HttpResponse<String> answer = Things.of(service).sendAs(token, "GET", "/api/things");

      assertProblem(answer, ProblemType.ISSUER_UNAVAILABLE);
      assertThat(answer.headers().firstValue("Retry-After")).hasValue("1");
    }
  }
}
