package dev.warren.systemtests.badinput;

import static dev.warren.systemtests.badinput.BadRequest.get;
import static dev.warren.systemtests.badinput.BadRequest.json;

import java.util.stream.Stream;

/** What the producer must refuse, and how. */
final class BadRequests {

  private static final int KIB = 1024;

  private BadRequests() {}

  static Stream<BadRequest> all() {
    return Stream.of(malformed(), fields(), protocol(), sizes(), keys(), parameters())
        .flatMap(requests -> requests);
  }

  private static Stream<BadRequest> malformed() {
    return Stream.of("/api/hello", "/api/tasks", "/api/logs", "/api/logs/direct", "/api/logs/topic")
        .flatMap(
            path ->
                Stream.of(
                    json(path, "{'text':", 400, "JSON"),
                    json(path, "[]", 400, ""),
                    json(path, "null", 400, ""),
                    json(path, "{'text':'a'} trailing", 400, "")));
  }

  private static Stream<BadRequest> fields() {
    return Stream.of(
        json("/api/hello", "{}", 400, "text"),
        json("/api/tasks", "{}", 400, "text"),
        json("/api/tasks", "{'text':''}", 400, "text"),
        json("/api/tasks", "{'text':null}", 400, "text"),
        json("/api/tasks", "{'text':42}", 400, "text"),
        json("/api/tasks", "{'text':['a']}", 400, "text"),
        json("/api/tasks", "{'text':'a','surprise':1}", 400, "surprise"),
        json("/api/logs/direct", "{'text':'a','severity':''}", 400, "severity"),
        json("/api/logs/headers", "{'text':'a','headers':'none'}", 400, "headers"),
        json("/api/logs/headers", "{'text':'a','headers':{'a':1e999}}", 400, "headers.a"));
  }

  private static Stream<BadRequest> protocol() {
    return Stream.of(
        new BadRequest("POST", "/api/tasks", "application/xml", "<task/>", 415, "xml"),
        new BadRequest("POST", "/api/logs/topic", "text/plain", "hello", 415, "text/plain"),
        new BadRequest("POST", "/api/tasks", "nonsense", "hello", 415, ""),
        new BadRequest("PUT", "/api/tasks", "application/json", "{}", 405, "PUT"),
        new BadRequest("DELETE", "/api/patterns", "application/json", "", 405, "DELETE"),
        get("/api/nothing", 404, ""),
        get("/api/tasks/no-such-task", 404, "no-such-task"));
  }

  private static Stream<BadRequest> sizes() {
    String large = "x".repeat(64 * KIB + 1);
    String line = "{'text':'" + "y".repeat(KIB) + "'}\n";
    return Stream.of(
        json("/api/tasks", "{'text':'" + large + "'}", 413, ""),
        new BadRequest("POST", "/api/hello", "text/plain", large, 413, ""),
        new BadRequest("POST", "/api/logs", "text/plain", large, 413, ""),
        new BadRequest(
            "POST",
            "/api/tasks/bulk",
            "application/x-ndjson",
            line.repeat(KIB + 1).replace('\'', '"'),
            413,
            ""));
  }

  private static Stream<BadRequest> keys() {
    return Stream.of(
            "k".repeat(256), "\u00e4".repeat(128), "a\\u0000b", "a\\r\\nb", "a\\tb", "\\u007f")
        .flatMap(
            key ->
                Stream.of(
                    json(
                        "/api/logs/topic",
                        "{'routingKey':'" + key + "','text':'a'}",
                        400,
                        "routingKey"),
                    json(
                        "/api/logs/direct",
                        "{'severity':'" + key + "','text':'a'}",
                        400,
                        "severity")));
  }

  private static Stream<BadRequest> parameters() {
    return Stream.of(
        get("/api/fib/abc", 400, ""),
        get("/api/fib/-1", 400, ""),
        get("/api/fib/1.5", 400, ""),
        get("/api/fib/99999999999999999999", 400, ""),
        get("/api/fib/10?timeout=soon", 400, "timeout"),
        get("/api/tasks?limit=many", 400, "limit"),
        get("/api/tasks?limit=-1", 400, "limit"),
        get("/api/tasks?state=unheard-of", 400, "state"),
        get("/api/dead-letters?limit=1001", 400, "limit"),
        get("/api/dead-letters?queue=task_queue", 400, "queue"),
        get("/api/dead-letters/no-such-letter", 404, "no-such-letter"),
        json("/api/dead-letters/replay", "{}", 400, "ids"),
        json("/api/dead-letters/no-such-letter/replay", "{}", 404, "no-such-letter"));
  }
}
