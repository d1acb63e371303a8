package dev.warren.security;

import static dev.warren.security.Things.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.messaging.web.ProblemType;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

@SpringBootTest(
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {
      "warren.security.mode=jwt",
      "spring.security.oauth2.resourceserver.jwt.jwk-set-uri=http://127.0.0.1:1/keys",
      ThingsApplication.READ,
      ThingsApplication.READ_REQUESTS
    })
class IssuerAwayTest {

  @LocalServerPort private int port;

  @Test
  void aTokenThatCannotBeVerifiedNowMayBeSentAgain() {
    String token = Issuer.create().token("warren", "tasks:read");

    HttpResponse<String> answer = new Things(port).sendAs(token, "GET", "/api/things");

    assertProblem(answer, ProblemType.ISSUER_UNAVAILABLE);
    assertThat(answer.headers().firstValue("Retry-After")).hasValue("1");
  }
}
