package dev.warren.security;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How callers are known, and what they may do.
 *
 * @param mode how callers are known; the service does not start without it
 * @param openBeyondLoopback whether {@code open} is meant even where the service listens on more
 *     than loopback, as it does in a container. Default is false.
 * @param access what callers may do; the first that has a request decides, and what none has nobody
 *     may do
 */
@Validated
@ConfigurationProperties("warren.security")
public record AccessProperties(
    @Nullable SecurityMode mode,
    @DefaultValue("false") boolean openBeyondLoopback,
    @DefaultValue List<@Valid Access> access) {

  /**
   * Requests that need the same scope.
   *
   * @param scope what the caller must have
   * @param requests method and path, such as {@code POST /api/tasks} or {@code GET /api/fib/{n}};
   *     {@code HEAD} goes with {@code GET}
   */
  public record Access(
      @NotNull Scope scope, @NotEmpty List<@Pattern(regexp = "[A-Z]+ /\\S*") String> requests) {

    public Access {
      requests = List.copyOf(requests);
    }
  }

  public AccessProperties {
    access = List.copyOf(access);
  }
}
