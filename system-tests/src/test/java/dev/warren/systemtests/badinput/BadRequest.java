package dev.warren.systemtests.badinput;

import dev.warren.systemtests.suite.Answer;
import dev.warren.systemtests.suite.RestClient;
import java.net.http.HttpRequest.BodyPublishers;

/**
 * A request that must be refused.
 *
 * @param method the HTTP method
 * @param path the path
 * @param mediaType what the body claims to be
 * @param body the body
 * @param status the status that refuses it
 * @param says what the problem's text must mention
 */
record BadRequest(
    String method, String path, String mediaType, String body, int status, String says) {

  private static final String JSON = "application/json";

  static BadRequest json(String path, String body, int status, String says) {
    return new BadRequest("POST", path, JSON, body.replace('\'', '"'), status, says);
  }

  static BadRequest get(String path, int status, String says) {
    return new BadRequest("GET", path, JSON, "", status, says);
  }

  Answer send(RestClient service) {
    return service.send(
        method,
        path,
        mediaType,
        body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
  }

  @Override
  public String toString() {
    String shown = body.length() > 60 ? body.substring(0, 60) + "..." : body;
    return method + " " + path + " " + shown;
  }
}
