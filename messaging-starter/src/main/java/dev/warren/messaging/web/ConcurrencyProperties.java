package dev.warren.messaging.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Positive;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How many requests may be in hand at once, all together and by groups of endpoints.
 *
 * @param total how many of all kinds, without those for health and metrics. Default is 1000.
 * @param limits the groups; a request belongs to the first that has it. Default is none.
 */
@Validated
@ConfigurationProperties("warren.concurrency")
public record ConcurrencyProperties(
    @DefaultValue("1000") @Positive int total, @DefaultValue List<@Valid Limit> limits) {

  /**
   * Endpoints that share a limit.
   *
   * @param name what meters call it
   * @param requests method and path, such as {@code POST /api/tasks} or {@code GET /api/fib/{n}}
   * @param atOnce how many of them may be in hand; one more is refused at once
   */
  public record Limit(
      @NotBlank String name, @NotEmpty List<String> requests, @Positive int atOnce) {

    public Limit {
      requests = List.copyOf(requests);
    }
  }

  public ConcurrencyProperties {
    limits = List.copyOf(limits);
  }
}
