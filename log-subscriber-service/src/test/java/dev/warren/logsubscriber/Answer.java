package dev.warren.logsubscriber;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the service answered. */
public record Answer(int status, HttpHeaders headers, String body) {

  public JsonNode json() {
    return JsonMapper.shared().readTree(body);
  }

  public Answer assertStatus(int expected) {
    assertThat(status).as(body).isEqualTo(expected);
    return this;
  }

  /** Asserts a problem with this status and {@code urn:warren:problem:<slug>}. */
  public Answer assertProblem(int expected, String slug) {
    assertStatus(expected);
    assertThat(headers.firstValue("Content-Type")).hasValue("application/problem+json");
    assertThat(json().path("type").asString()).isEqualTo("urn:warren:problem:" + slug);
    return this;
  }
}
