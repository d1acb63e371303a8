package dev.warren.messaging.taskevents;

import dev.warren.contracts.TaskEvent;
import dev.warren.messaging.publish.ConfirmedPublisher;
import dev.warren.messaging.publish.PublishOutcome;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.amqp.core.Message;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Answers with the given outcomes and then confirms whatever comes. */
final class ScriptedPublisher implements ConfirmedPublisher {

  private final JsonMapper json = new JsonMapper();
  private final Queue<CompletableFuture<PublishOutcome>> script = new ConcurrentLinkedQueue<>();

  private final Queue<Error> errors = new ConcurrentLinkedQueue<>();

  /** What was confirmed, batch by batch. */
  final List<List<TaskEvent>> batches = new CopyOnWriteArrayList<>();

  final List<byte[]> attempts = new CopyOnWriteArrayList<>();

  void next(PublishOutcome outcome) {
    script.add(CompletableFuture.completedFuture(outcome));
  }

  /** Leaves the next message without an answer until the future completes. */
  CompletableFuture<PublishOutcome> holdNext() {
    CompletableFuture<PublishOutcome> answer = new CompletableFuture<>();
    script.add(answer);
    return answer;
  }

  /** Fails at the next message, as when there is no thread to be had. */
  void throwNext(Error error) {
    errors.add(error);
  }

  @Override
  public CompletableFuture<PublishOutcome> publish(String exchange, String key, Message message) {
    attempts.add(message.getBody());
    Error error = errors.poll();
    if (error != null) {
      throw error;
    }
    CompletableFuture<PublishOutcome> scripted = script.poll();
    CompletableFuture<PublishOutcome> outcome =
        scripted == null
            ? CompletableFuture.completedFuture(new PublishOutcome.Confirmed())
            : scripted;
    return outcome.thenApply(known -> keep(known, message));
  }

  List<TaskEvent> events() {
    return batches.stream().flatMap(List::stream).toList();
  }

  private PublishOutcome keep(PublishOutcome outcome, Message message) {
    if (outcome.isConfirmed()) {
      batches.add(json.readValue(message.getBody(), new TypeReference<List<TaskEvent>>() {}));
    }
    return outcome;
  }
}
