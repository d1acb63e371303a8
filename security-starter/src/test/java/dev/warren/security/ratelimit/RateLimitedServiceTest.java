package dev.warren.security.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.messaging.web.ProblemType;
import dev.warren.security.Things;
import dev.warren.security.ThingsApplication;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/** There are two keys, {@code abc} and {@code def}. */
@SpringBootTest(
    classes = ThingsApplication.class,
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {
      "warren.security.mode=api-keys",
      "warren.security.api-keys="
          + "one tasks:read ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad\\n"
          + "two tasks:read cb8379ac2098aa165029e3938a51da0bcecfc008fd6795f401178647f96c5b34",
      "warren.security.access[0].scope=tasks:read",
      "warren.security.access[0].requests=GET /api/things",
      "warren.rate-limit.per-second=1",
      "warren.rate-limit.burst=1"
    })
class RateLimitedServiceTest {

  @LocalServerPort private int port;

  @Test
  void whoCallsTooOftenIsToldWhenToComeBackAndOthersAreNotHeldUp() {
    Things things = new Things(port);
    HttpResponse<String> answer = get(things, "abc");
    for (int i = 0; i < 50 && answer.statusCode() == 200; i++) {
      answer = get(things, "abc");
    }

    Things.assertProblem(answer, ProblemType.TOO_MANY_REQUESTS);
    assertThat(answer.headers().firstValue("Retry-After")).hasValue("1");
    assertThat(get(things, "def").statusCode()).isEqualTo(200);
    assertThat(things.send("GET", "/actuator/health").statusCode()).isNotEqualTo(429);
  }

  private static HttpResponse<String> get(Things things, String key) {
    return things.send("GET", "/api/things", "X-API-Key", key);
  }
}
