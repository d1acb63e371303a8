package dev.warren.messaging.web;

import java.time.Duration;
import java.util.List;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * How much a request may carry, and how long things may take.
 *
 * @param bodyLimit the longest body of a path that is not listed. Default is 64 KiB.
 * @param bodyLimits the paths with limits of their own
 * @param bodyTime how long after its head all of a body must be there, where none may go on for
 *     ever. Default is 30 s.
 * @param unreadBodyTime how long a body may go on arriving that nobody reads, because its request
 *     was refused or needs none; then its connection ends. Default is 5 s.
 * @param farewellTime for how long answers ask clients to let go of their connections before a
 *     server that stops closes them. Default is 1 s.
 */
@Validated
@ConfigurationProperties("warren.http")
public record HttpProperties(
    @DefaultValue("64KB") DataSize bodyLimit,
    @DefaultValue List<BodyLimit> bodyLimits,
    @DefaultValue("30s") @DurationMin(seconds = 1) Duration bodyTime,
    @DefaultValue("5s") @DurationMin(seconds = 1) Duration unreadBodyTime,
    @DefaultValue("1s") @DurationMin Duration farewellTime) {

  /**
   * The limit of one path.
   *
   * @param path the exact path, such as {@code /api/tasks/bulk}
   * @param limit the longest body
   * @param unlimitedWhenStreamed whether a body whose length was not declared (chunked) may go on
   *     for ever; whoever reads it must then do so in bounded memory. Default is false.
   */
  public record BodyLimit(
      String path, DataSize limit, @DefaultValue("false") boolean unlimitedWhenStreamed) {}

  public HttpProperties {
    bodyLimits = List.copyOf(bodyLimits);
  }

  /** The limit of a path. */
  public BodyLimit limitOf(String path) {
    for (BodyLimit candidate : bodyLimits) {
      if (candidate.path().equals(path)) {
        return candidate;
      }
    }
    return new BodyLimit(path, bodyLimit, false);
  }
}
