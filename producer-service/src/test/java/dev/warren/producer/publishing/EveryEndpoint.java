package dev.warren.producer.publishing;

import com.rabbitmq.client.Channel;
import dev.warren.contracts.Orders;
import dev.warren.contracts.WorkQueue;
import dev.warren.producer.Answer;
import dev.warren.producer.Api;
import dev.warren.producer.TimedAnswer;
import dev.warren.producer.deadletters.Letters;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.stream.Stream;

/** One request to each endpoint that needs the broker to take a message. */
final class EveryEndpoint {

  private static final String LINE = "<78>Oct 11 22:15:01 host CRON[3]: (root) CMD (true)\n";
  private static final String ALL_TASKS = "{\"all\":true,\"queue\":\"task_queue.dlq\"}";

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
          api -> api.get("/api/fib/10"),
          api -> api.postJson("/api/dead-letters/replay", ALL_TASKS),
          api -> api.postJson("/api/dead-letters/order/replay?queue=worker.orders.dlq", ""));

  private EveryEndpoint() {}

  /** What is replayed: one letter each in two queues, so that nobody waits for his turn. */
  static void putLetters(Channel channel) throws IOException {
    Letters.put(channel, WorkQueue.DEAD_LETTER_QUEUE, Letters.failed("task"), new byte[0]);
    Letters.put(channel, Orders.DEAD_LETTER_QUEUE, Letters.failed("order"), new byte[0]);
  }

  static Stream<CompletableFuture<TimedAnswer>> ask(Api api, Executor callers) {
    return REQUESTS.stream()
        .map(
            request ->
                CompletableFuture.supplyAsync(
                    () -> TimedAnswer.of(() -> request.apply(api)), callers));
  }
}
