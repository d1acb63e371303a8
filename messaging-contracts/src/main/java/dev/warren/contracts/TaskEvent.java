package dev.warren.contracts;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a task.
 *
 * @param type what happened
 * @param taskId the task's {@code message_id}
 * @param text the task's body; present on {@link Type#SUBMITTED}, {@link Type#STARTED} and {@link
 *     Type#REPLAYED}, if it is text
 * @param at when it happened
 * @param worker who works on it; absent on {@link Type#SUBMITTED} and {@link Type#REPLAYED}
 * @param attempt the how manieth attempt, from 1; 0 on {@link Type#SUBMITTED} and {@link
 *     Type#REPLAYED}
 * @param submittedAt when the task was sent, if its message said so; absent on {@link
 *     Type#SUBMITTED}, which happens at that time
 * @param startedAt when the attempt began, on a {@link Type#SUCCEEDED} that stands for its {@link
 *     Type#STARTED} as well and so has the text: work that takes no time is told in one
 * @param error why it failed; present on {@link Type#RETRYING} and {@link Type#FAILED}
 * @param replays how often the task had been put back from the dead-letter queue; attempts are
 *     counted anew each time
 */
public record TaskEvent(
    Type type,
    String taskId,
    @Nullable String text,
    Instant at,
    @Nullable String worker,
    int attempt,
    @Nullable Instant submittedAt,
    @Nullable Instant startedAt,
    @Nullable String error,
    int replays) {

  /** What can happen to a task, in the order in which it does. */
  public enum Type {
    /** The broker confirmed it. */
    SUBMITTED,
    /** A worker began an attempt. */
    STARTED,
    /** The attempt did its work. */
    SUCCEEDED,
    /** The attempt failed, or was lost with its worker; there will be another one. */
    RETRYING,
    /** The task was given up: it is in the dead-letter queue. */
    FAILED,
    /** It was put back into the queue from there, and the broker confirmed that. */
    REPLAYED
  }

  public TaskEvent {
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(taskId, "taskId");
    Objects.requireNonNull(at, "at");
    if (attempt < 0) {
      throw new IllegalArgumentException("attempt must not be negative: " + attempt);
    }
    if (replays < 0) {
      throw new IllegalArgumentException("replays must not be negative: " + replays);
    }
  }

  /** Of a task that was never put back from the dead-letter queue. */
  public TaskEvent(
      Type type,
      String taskId,
      @Nullable String text,
      Instant at,
      @Nullable String worker,
      int attempt,
      @Nullable Instant submittedAt,
      @Nullable Instant startedAt,
      @Nullable String error) {
    this(type, taskId, text, at, worker, attempt, submittedAt, startedAt, error, 0);
  }

  /** A task that the broker has confirmed. */
  public static TaskEvent submitted(String taskId, String text, Instant at) {
    return new TaskEvent(Type.SUBMITTED, taskId, text, at, null, 0, null, null, null);
  }

  /** A task that is in its queue again, for the how manieth time. */
  public static TaskEvent replayed(
      String taskId,
      @Nullable String text,
      Instant at,
      @Nullable Instant submittedAt,
      int replays) {
    return new TaskEvent(
        Type.REPLAYED, taskId, text, at, null, 0, submittedAt, null, null, replays);
  }

  /** Both in one: this attempt's success, and its beginning that nobody has been told of yet. */
  public TaskEvent including(TaskEvent started) {
    return new TaskEvent(
        type, taskId, started.text, at, worker, attempt, submittedAt, started.at, error, replays);
  }

  /** What happened, one by one: the reverse of {@link #including}. */
  public List<TaskEvent> apart() {
    if (startedAt == null) {
      return List.of(this);
    }
    return List.of(
        new TaskEvent(
            Type.STARTED,
            taskId,
            text,
            startedAt,
            worker,
            attempt,
            submittedAt,
            null,
            null,
            replays),
        new TaskEvent(type, taskId, null, at, worker, attempt, submittedAt, null, error, replays));
  }
}
