package dev.warren.messaging.web;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.stream.Stream;

/**
 * All limits.
 *
 * @param total what nearly every request is counted by
 * @param groups the groups of endpoints that have a limit too, in the order in which they are asked
 */
record ConcurrencyLimits(ConcurrencyLimit total, List<ConcurrencyLimit> groups)
    implements MeterBinder {

  /** Whoever asks how a service does has an answer when it can do no more. */
  private static final List<RequestPattern> NOT_COUNTED =
      Stream.of("GET /livez", "GET /readyz", "GET /actuator/**")
          .map(RequestPattern::parse)
          .toList();

  static ConcurrencyLimits of(ConcurrencyProperties properties) {
    return new ConcurrencyLimits(
        ConcurrencyLimit.ofAll(properties.total()),
        properties.limits().stream().map(ConcurrencyLimit::of).toList());
  }

  /** The limits of a request: that of its group first, if it has one, since that says more. */
  List<ConcurrencyLimit> of(HttpServletRequest request) {
    if (NOT_COUNTED.stream().anyMatch(pattern -> pattern.matches(request))) {
      return List.of();
    }
    Stream<ConcurrencyLimit> group = groups.stream().filter(limit -> limit.has(request)).limit(1);
    return Stream.concat(group, Stream.of(total)).toList();
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    total.bindTo(registry);
    groups.forEach(limit -> limit.bindTo(registry));
  }
}
