package dev.warren.worker;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.util.Objects;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How this worker works.
 *
 * @param name by which it is known in events, on the broker and in {@code GET /api/worker}. Default
 *     is the host's name and the process id, so replicas on one machine differ.
 * @param dotDuration how long one dot of a task takes. Default is 1 s.
 * @param maxTaskDuration how long a task takes at most: further dots add nothing. Shutdown waits
 *     for it, so it is at least 10 s less than {@code spring.lifecycle.timeout-per-shutdown-phase}.
 *     Default is 60 s.
 * @param taskDeadline when an attempt is cut off that has not ended; it has failed then. Longer
 *     than {@code maxTaskDuration}. Default is 2 s longer
 * @param suspectAfter how often a task's worker has to end before the task is tried alone, and then
 *     alone before it is given up. At most {@value #MOST_LOST}, or the broker's {@code
 *     delivery-limit} could end it before that. Default is 3
 * @param prefetch how many tasks the broker hands out ahead of acknowledgements, to each consumer.
 *     Default is 1: a task waits for the next free worker, never behind a slow one.
 * @param messagesPerAck how many tasks one acknowledgement covers. Above 1 it needs {@code
 *     spring.rabbitmq.listener.type=direct}, and a crash repeats up to as many finished tasks.
 *     Default is 1.
 * @param consumers how many tasks are worked on at the same time. Default is 1.
 * @param logTexts whether the log shows the texts of greetings and tasks. Default is to show them
 *     where the service is open to everybody, and their length elsewhere
 */
@Validated
@ConfigurationProperties("warren.worker")
public record WorkerProperties(
    @DefaultValue("") String name,
    @DefaultValue("1s") @NotNull @DurationMin @DurationMax(hours = 1) Duration dotDuration,
    @DefaultValue("60s") @NotNull @DurationMin Duration maxTaskDuration,
    @Nullable @DurationMin Duration taskDeadline,
    @DefaultValue("3") @Min(1) @Max(MOST_LOST) int suspectAfter,
    @DefaultValue("1") @Min(1) @Max(65_535) int prefetch,
    @DefaultValue("1") @Min(1) @Max(65_535) int messagesPerAck,
    @DefaultValue("1") @Min(1) @Max(100) int consumers,
    @Nullable Boolean logTexts) {

  /**
   * Half of the smallest {@code delivery-limit} of the work queue, that of {@code
   * broker/definitions-4.3.json}: a task that came back nearly as often by itself may then be in
   * hand beside one that ends its worker, until that one is a suspect.
   */
  public static final int MOST_LOST = 4;

  private static final Duration GRACE = Duration.ofSeconds(2);

  public WorkerProperties {
    taskDeadline = taskDeadline != null ? taskDeadline : maxTaskDuration.plus(GRACE);
  }

  @Override
  public Duration taskDeadline() {
    return Objects.requireNonNull(taskDeadline);
  }
}
