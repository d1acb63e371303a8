package dev.warren.systemtests.suite;

import java.net.http.HttpHeaders;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An HTTP response.
 *
 * @param status the status code
 * @param headers the headers
 * @param body the body as text
 */
public record Answer(int status, HttpHeaders headers, String body) {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** The body as JSON. */
  public JsonNode json() {
    return JSON.readTree(body);
  }

  /** The value of a header, empty if it is not there. */
  public String header(String name) {
    return headers.firstValue(name).orElse("");
  }
}
