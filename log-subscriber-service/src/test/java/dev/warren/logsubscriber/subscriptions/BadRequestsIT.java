package dev.warren.logsubscriber.subscriptions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.logsubscriber.Answer;
import dev.warren.logsubscriber.Api;
import dev.warren.logsubscriber.LogSubscriberTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@LogSubscriberTest
class BadRequestsIT {

  private static final String PATH = "/api/subscriptions";

  private final Api api;

  @Autowired
  BadRequestsIT(@LocalServerPort int port) {
    this.api = new Api(port);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"bindingKeys":["a"]}                                        | pattern
          {"pattern":"stream"}                                         | pattern
          {"pattern":7}                                                | pattern
          {"pattern":"fanout","bindingKeys":["a"]}                     | bindingKeys
          {"pattern":"fanout","headers":{"a":1}}                       | headers
          {"pattern":"direct"}                                         | bindingKeys
          {"pattern":"direct","bindingKeys":[]}                        | bindingKeys
          {"pattern":"topic","bindingKeys":"a"}                        | bindingKeys
          {"pattern":"topic","bindingKeys":[null]}                     | bindingKeys
          {"pattern":"topic","bindingKeys":[7]}                        | bindingKeys
          {"pattern":"topic","bindingKeys":["a\\r\\nb"]}               | bindingKeys
          {"pattern":"topic","bindingKeys":["a"],"match":"any"}        | match
          {"pattern":"headers","bindingKeys":["a"]}                    | bindingKeys
          {"pattern":"headers","headers":{"a":{}}}                     | headers
          {"pattern":"headers","headers":{"a":1e999}}                  | headers.a
          {"pattern":"headers","headers":{"a":1},"match":"some"}       | match
          {"pattern":"headers","match":"any"}                          | headers
          {"pattern":"headers","headers":{"x-a":1},"match":"any"}      | headers
          {"pattern":"fanout","surprise":1}                            | surprise
          """)
  void sayWhichFieldIsWrong(String json, String field) {
    Answer answer = api.post(PATH, json).assertProblem(400, "invalid-field");

    assertThat(answer.json().path("errors").path(0).path("field").asString()).startsWith(field);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "[]", "\"fanout\"", "{\"pattern\":\"fanout\"}{}"})
  void sayThatTheBodyIsMalformed(String body) {
    api.post(PATH, body).assertProblem(400, "malformed-request");
  }

  @ParameterizedTest
  @ValueSource(strings = {"limit=0", "limit=1001", "limit=x", "pattern=stream"})
  void sayWhichParameterIsWrong(String query) {
    Answer answer = api.get("/api/received?" + query).assertStatus(400);

    assertThat(answer.json().path("errors").path(0).path("field").asString())
        .isEqualTo(query.substring(0, query.indexOf('=')));
  }

  @Test
  void leaveNothingBehind() {
    assertThat(api.get(PATH).json().findValuesAsString("origin")).containsOnly("settings");
  }
}
