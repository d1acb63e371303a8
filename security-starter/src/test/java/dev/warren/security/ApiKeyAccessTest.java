package dev.warren.security;

import static dev.warren.security.Things.assertProblem;
import static dev.warren.security.Things.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.messaging.web.ProblemType;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.actuate.autoconfigure.web.server.ManagementServerProperties;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;

/** The one key that there is may read; it is {@code abc}. */
@SpringBootTest(
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {
      "warren.security.mode=api-keys",
      "warren.security.api-keys=import tasks:read ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
      ThingsApplication.READ,
      ThingsApplication.READ_REQUESTS,
      ThingsApplication.WRITE,
      ThingsApplication.WRITE_REQUESTS,
      "server.address=127.0.0.1",
      "management.server.port=0",
      "management.endpoint.health.probes.add-additional-paths=true",
      "management.endpoints.web.exposure.include=health,prometheus"
    })
@ExtendWith(OutputCaptureExtension.class)
class ApiKeyAccessTest {

  private static final String CHALLENGE = "Bearer realm=\"warren\"";
  private static final String INVALID = CHALLENGE + ", error=\"invalid_token\"";
  private static final String TOO_SMALL = CHALLENGE + ", error=\"insufficient_scope\"";

  @Autowired private ServerProperties server;
  @Autowired private ManagementServerProperties management;
  @LocalServerPort private int port;
  @LocalManagementPort private int managementPort;
  private Things things = new Things(0);

  @BeforeEach
  void aim() {
    things = new Things(port);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/things",
        "/api/forgotten",
        "/nowhere",
        "/",
        "/error",
        "/actuator/prometheus"
      })
  void withoutAKeyNobodyGetsInNorLearnsWhatThereIs(String path) {
    assertRefused(things.send("GET", path), ProblemType.UNAUTHENTICATED, CHALLENGE);
  }

  @ParameterizedTest
  @CsvSource({"Authorization, Bearer wrong", "Authorization, Bearer two words", "X-API-Key, wrong"})
  void aWrongKeyIsTold(String header, String value) {
    HttpResponse<String> answer = things.send("GET", "/api/things", header, value);

    assertRefused(answer, ProblemType.UNAUTHENTICATED, INVALID);
  }

  @ParameterizedTest
  @CsvSource({"Authorization, Bearer abc", "X-API-Key, abc"})
  void aKeyIsGoodForWhatItsScopesAllow(String header, String value) {
    assertThat(things.send("GET", "/api/things", header, value).body()).isEqualTo("[]");
    assertThat(things.send("HEAD", "/api/things", header, value).statusCode()).isEqualTo(200);
  }

  @Test
  void aKeyIsNotGoodForMore() {
    assertRefused(
        things.sendAs("abc", "POST", "/api/things"),
        ProblemType.FORBIDDEN,
        TOO_SMALL + ", scope=\"tasks:write\"");
  }

  @ParameterizedTest
  @CsvSource({"GET, /api/forgotten", "DELETE, /api/things", "OPTIONS, /api/things", "GET, /error"})
  void whatIsInNoRuleNobodyMayDo(String method, String path) {
    assertRefused(things.sendAs("abc", method, path), ProblemType.FORBIDDEN, TOO_SMALL);
  }

  @Test
  void refusalsAreLoggedAndKeysAreNot(CapturedOutput output) {
    things.sendAs("wrong-key-4711", "GET", "/api/things");
    things.sendAs("abc", "POST", "/api/things");

    assertThat(output)
        .contains("No valid credential from 127.0.0.1: GET /api/things")
        .contains("Not allowed to import: POST /api/things")
        .doesNotContain("wrong-key-4711");
  }

  @Test
  void whatComesLaterIsNotAskedForAKeyAgain() {
    assertThat(things.sendAs("abc", "GET", "/api/later").body()).isEqualTo("later");
  }

  @Test
  void otherFailuresAreNotHiddenBehindRefusals() {
    assertProblem(things.sendAs("abc", "GET", "/api/faulty"), ProblemType.INTERNAL);
    assertProblem(things.send("GET", "/api/things;x=1"), ProblemType.MALFORMED_REQUEST);
  }

  @Test
  void nothingIsRememberedAndNoOtherPageIsLetIn() {
    HttpResponse<String> answer =
        things.send(
            "GET", "/api/things", "X-API-Key", "abc", "Origin", "https://elsewhere.example");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().map())
        .doesNotContainKeys("set-cookie", "access-control-allow-origin")
        .containsKeys("content-security-policy", "x-content-type-options", "x-frame-options");
    assertThat(answer.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
  }

  @Test
  void theManagementPortListensWhereTheApiDoes() {
    assertThat(management.getAddress()).isEqualTo(server.getAddress()).isNotNull();
  }

  @Test
  void probesNeedNoKeyAndMetricsHaveAPortOfTheirOwn() {
    assertThat(things.send("GET", "/livez").body()).isEqualTo("{\"status\":\"UP\"}");
    Things watched = new Things(managementPort);
    HttpResponse<String> metrics = watched.send("GET", "/actuator/prometheus");
    assertThat(metrics.statusCode()).isEqualTo(200);
    assertThat(metrics.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
    assertThat(watched.send("GET", "/actuator/env").statusCode()).isEqualTo(403);
  }
}
