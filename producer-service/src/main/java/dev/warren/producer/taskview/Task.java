package dev.warren.producer.taskview;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a task. Times and worker are those of its latest attempt.
 *
 * @param id the task's {@code message_id}
 * @param text its body; null if the event that carries it has not been seen
 * @param state how far it has come
 * @param worker who works or worked on it
 * @param attempts how often it was begun since it was sent, or put back from the dead-letter queue
 * @param submittedAt when it was sent; null if its sender did not say
 * @param startedAt when the attempt began
 * @param finishedAt when it succeeded or was given up
 * @param error why it was given up, or why it is queued again
 * @param replays how often it was put back from the dead-letter queue
 */
@Schema(name = "Task")
record Task(
    String id,
    @Nullable String text,
    TaskState state,
    @Nullable String worker,
    int attempts,
    @Nullable Instant submittedAt,
    @Nullable Instant startedAt,
    @Nullable Instant finishedAt,
    @Nullable String error,
    int replays) {

  /** A task of which nothing is known yet. */
  static Task unheardOf(String id) {
    return new Task(id, null, TaskState.QUEUED, null, 0, null, null, null, null, 0);
  }

  /** What tasks are ordered by: when it was sent, or the first that was heard of it. */
  Instant since() {
    if (submittedAt != null) {
      return submittedAt;
    }
    return Objects.requireNonNullElse(startedAt != null ? startedAt : finishedAt, Instant.EPOCH);
  }

  /** The memory that its texts take at most, in bytes: two per character. */
  long textBytes() {
    return 2L * (length(text) + length(error));
  }

  Task with(@Nullable String newText, @Nullable Instant newSubmittedAt) {
    boolean isKnown = Objects.equals(newText, text) && Objects.equals(newSubmittedAt, submittedAt);
    return isKnown
        ? this
        : new Task(
            id,
            newText,
            state,
            worker,
            attempts,
            newSubmittedAt,
            startedAt,
            finishedAt,
            error,
            replays);
  }

  /** A further attempt: nothing of the one before remains. */
  Task reopened(int newReplays, int attempt, @Nullable String newWorker) {
    return new Task(
        id, text, TaskState.QUEUED, newWorker, attempt, submittedAt, null, null, null, newReplays);
  }

  Task started(@Nullable String newWorker, Instant at) {
    boolean isOver = state.isFinal() || error != null;
    TaskState newState = isOver ? state : TaskState.RUNNING;
    Instant first = Objects.requireNonNullElse(startedAt, at);
    return new Task(
        id, text, newState, newWorker, attempts, submittedAt, first, finishedAt, error, replays);
  }

  /** The attempt is over, and there will be another one. */
  Task retrying(@Nullable String newWorker, @Nullable String newError) {
    String told = Objects.requireNonNullElse(newError, "it failed");
    return new Task(
        id,
        text,
        TaskState.QUEUED,
        newWorker,
        attempts,
        submittedAt,
        startedAt,
        null,
        told,
        replays);
  }

  Task finished(TaskState end, @Nullable String newWorker, Instant at, @Nullable String newError) {
    return new Task(
        id, text, end, newWorker, attempts, submittedAt, startedAt, at, newError, replays);
  }

  private static int length(@Nullable String value) {
    return value == null ? 0 : value.length();
  }
}
