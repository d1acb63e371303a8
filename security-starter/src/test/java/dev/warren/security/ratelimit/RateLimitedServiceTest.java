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

/** There are three keys, {@code abc}, {@code def} and {@code ghi}. */
@SpringBootTest(
    classes = ThingsApplication.class,
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {
      "warren.security.mode=api-keys",
      "warren.security.api-keys="
          + "one tasks:read ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad\\n"
          + "two tasks:read cb8379ac2098aa165029e3938a51da0bcecfc008fd6795f401178647f96c5b34\\n"
          + "three tasks:read 50ae61e841fac4e8f9e40baf2ad36ec868922ea48368c18f9535e47db56dd7fb",
      "warren.security.access[0].scope=tasks:read",
      "warren.security.access[0].requests=GET /api/things",
      "warren.rate-limit.per-second=1",
      "warren.rate-limit.burst=1"
    })
class RateLimitedServiceTest {

  @LocalServerPort private int port;

  @Test
  void whoCallsTooOftenIsToldWhenToComeBackAndOthersAreNotHeldUp() {
    HttpResponse<String> refused = getTooOften("/api/things", "abc");

    Things.assertProblem(refused, ProblemType.TOO_MANY_REQUESTS);
    assertThat(refused.headers().firstValue("Retry-After")).hasValue("1");
    assertThat(get("/api/things", "def").statusCode()).isEqualTo(200);
    assertThat(new Things(port).send("GET", "/actuator/health").statusCode()).isNotEqualTo(429);
  }

  @Test
  void anotherSpellingOfAPathIsCountedToo() {
    Things.assertProblem(getTooOften("/%61pi/things", "ghi"), ProblemType.TOO_MANY_REQUESTS);
  }

  /** The first answer that is another than 200, if there is one. */
  private HttpResponse<String> getTooOften(String path, String key) {
    HttpResponse<String> answer = get(path, key);
    for (int i = 0; i < 50 && answer.statusCode() == 200; i++) {
      answer = get(path, key);
    }
    return answer;
  }

  private HttpResponse<String> get(String path, String key) {
    return new Things(port).send("GET", path, "X-API-Key", key);
  }
}
