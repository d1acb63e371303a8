package dev.warren.systemtests.fuzz.http;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whether an answer is one that a stranger may get. */
final class HttpJudge {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String PROBLEM = "urn:warren:problem:";

  /** Problems of the server's side that tell the caller when or what to try again. */
  private static final Set<String> DEFINED =
      Set.of(
          "unroutable",
          "not-sent",
          "unconfirmed",
          "no-rpc-server",
          "rpc-timeout",
          "rpc-error",
          "dead-letters-busy",
          "replaying",
          "too-many-streams");

  /**
   * What Tomcat refuses before there is a request: it cannot be read, or is of another protocol.
   */
  private static final Set<Integer> BARE = Set.of(400, 405, 413, 414, 417, 431, 501, 505);

  private static final List<String> SECRETS =
      List.of("Exception", "\tat ", "at org.", "org.apache", "org.springframework", "Tomcat/");

  private HttpJudge() {}

  /** What is wrong with an answer, if anything is. */
  static Optional<String> complain(RawRequest request, RawAnswer answer) {
    if (!answer.isOver()) {
      return Optional.of("no end of an answer within " + RawClient.LIMIT);
    }
    if (answer.status() == 0) {
      return request.isCutOff() ? Optional.empty() : Optional.of("no answer");
    }
    if (answer.headers().stream().anyMatch(line -> line.startsWith("X-Injected"))) {
      return Optional.of("a header that the sender has smuggled in");
    }
    if (!answer.header("Server").isEmpty()) {
      return Optional.of("the server's name in a header");
    }
    return answer.status() < 400 ? Optional.empty() : refusal(request, answer);
  }

  private static Optional<String> refusal(RawRequest request, RawAnswer answer) {
    String type = read(answer.body()).path("type").asString("").replace(PROBLEM, "");
    if (SECRETS.stream().anyMatch(answer.body()::contains)) {
      return Optional.of("an answer that tells what is inside");
    }
    if (!request.tellsProblems()) {
      return answer.status() < 500 || BARE.contains(answer.status())
          ? Optional.empty()
          : Optional.of("a failure");
    }
    boolean isBare = type.isEmpty() && BARE.contains(answer.status());
    if (answer.status() >= 500 && !DEFINED.contains(type) && !isBare) {
      return Optional.of("a failure: " + type);
    }
    boolean isHead = new String(request.head().array(), US_ASCII).startsWith("HEAD ");
    boolean isProblem =
        answer.header("Content-Type").startsWith("application/problem+json") && !type.isEmpty();
    return isProblem || isBare || isHead
        ? Optional.empty()
        : Optional.of("a refusal that is no problem of ours");
  }

  private static JsonNode read(String body) {
    try {
      return body.startsWith("{") ? JSON.readTree(body) : JSON.createObjectNode();
    } catch (JacksonException e) {
      return JSON.createObjectNode();
    }
  }
}
