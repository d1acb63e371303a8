package dev.warren.producer;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the service answered. */
public record Answer(int status, HttpHeaders headers, String body) {

  private static final JsonMapper JSON = JsonMapper.shared();

  public JsonNode json() {
    return JSON.readTree(body);
  }

  public String text(String field) {
    return json().path(field).asString();
  }

  public Answer assertStatus(int expected) {
    assertThat(status).as(body).isEqualTo(expected);
    return this;
  }

  /** Asserts a problem with this status and {@code urn:warren:problem:<slug>}. */
  public Answer assertProblem(int expected, String slug) {
    assertStatus(expected);
    assertThat(headers.firstValue("Content-Type")).hasValue("application/problem+json");
    assertThat(text("type")).isEqualTo("urn:warren:problem:" + slug);
    return this;
  }
}
