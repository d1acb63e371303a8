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
 * How many requests may be in hand at once, by groups of endpoints.
 *
 * @param limits the groups; a request belongs to the first that has it, and one that none has is
 *     not limited. Default is none.
 */
@Validated
@ConfigurationProperties("warren.concurrency")
public record ConcurrencyProperties(@DefaultValue List<@Valid Limit> limits) {

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
