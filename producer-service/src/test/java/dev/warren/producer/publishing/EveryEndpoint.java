package dev.warren.producer.publishing;

import dev.warren.producer.Answer;
import dev.warren.producer.Api;
import dev.warren.producer.TimedAnswer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.stream.Stream;

/** One request to each endpoint that needs the broker to take a message. */
final class EveryEndpoint {

  private static final String LINE = "<78>Oct 11 22:15:01 host CRON[3]: (root) CMD (true)\n";

  private static final List<Function<Api, Answer>> REQUESTS =
      List.of(
          api -> api.postText("/api/hello", "hello"),
          api -> api.postText("/api/tasks", "a task"),
          api -> api.postJson("/api/tasks/bulk", "[{\"text\":\"one\"},{\"text\":\"two\"}]"),
          api -> api.postText("/api/logs", "a log"),
          api -> api.postJson("/api/logs/direct", "{\"text\":\"a log\"}"),
          api -> api.postJson("/api/logs/topic", "{\"text\":\"a log\"}"),
          api -> api.postJson("/api/logs/headers", "{\"text\":\"a log\",\"headers\":{\"a\":1}}"),
          api -> api.postText("/api/logs/syslog", LINE.repeat(100)),
          api -> api.get("/api/fib/10"));

  private EveryEndpoint() {}

  static Stream<CompletableFuture<TimedAnswer>> ask(Api api, Executor callers) {
    return REQUESTS.stream()
        .map(
            request ->
                CompletableFuture.supplyAsync(
                    () -> TimedAnswer.of(() -> request.apply(api)), callers));
  }
}
