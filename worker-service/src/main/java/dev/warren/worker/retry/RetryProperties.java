package dev.warren.worker.retry;

import dev.warren.worker.WorkerProperties;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.List;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How failed tasks are tried again.
 *
 * @param mechanism by what means. Default is {@code auto}: the broker's own where it has it, else
 *     the ladder
 * @param delays how long a task waits after its first failed attempt, its second one, and so on;
 *     with one more than there are delays it is given up. The broker's mechanism takes only the
 *     number from here, at most {@value #MOST_OF_BROKER}, and its delays from a policy. Default is
 *     1 s, 5 s, 25 s
 * @param inProcess the delays of the mechanism that blocks its worker
 */
@Validated
@ConfigurationProperties("warren.worker.retry")
public record RetryProperties(
    @DefaultValue("auto") @NotNull Choice mechanism,
    @DefaultValue({"1s", "5s", "25s"}) @Size(max = 20)
        List<@NotNull @DurationMin(millis = 1) @DurationMax(days = 1) Duration> delays,
    @DefaultValue @Valid InProcess inProcess) {

  /**
   * How many of them the broker's mechanism can have. The broker counts failed attempts towards its
   * {@code delivery-limit} like lost deliveries, so a task has at most as many attempts as may be
   * lost.
   */
  static final int MOST_OF_BROKER = WorkerProperties.MOST_LOST - 1;

  private static final List<Duration> DEFAULT_DELAYS =
      List.of(Duration.ofSeconds(1), Duration.ofSeconds(5), Duration.ofSeconds(25));

  public RetryProperties {
    delays = List.copyOf(delays);
  }

  /** What may be asked for. */
  public enum Choice {
    /** The best that broker and settings allow. */
    AUTO,
    /** {@link Mechanism#BROKER}. */
    BROKER,
    /** {@link Mechanism#LADDER}. */
    LADDER,
    /** {@link Mechanism#IN_PROCESS}. */
    IN_PROCESS
  }

  /**
   * Delays within the worker, which does nothing else meanwhile.
   *
   * @param delay after the first failed attempt. Default is 100 ms
   * @param multiplier by how much each further one is longer. Default is 5
   */
  public record InProcess(
      @DefaultValue("100ms") @NotNull @DurationMin @DurationMax(seconds = 30) Duration delay,
      @DefaultValue("5") @DecimalMin("1") @DecimalMax("100") double multiplier) {}

  /** Whether tasks that are settled one by one may be left to the broker. */
  boolean mayBeBroker() {
    return mechanism == Choice.AUTO || mechanism == Choice.BROKER;
  }

  /** Whether somebody says how long tasks wait, by other delays than the default ones. */
  boolean choosesDelays() {
    return !delays.isEmpty() && !delays.equals(DEFAULT_DELAYS);
  }

  /** How many attempts a task has in all. */
  public int maxAttempts() {
    return delays.size() + 1;
  }
}
