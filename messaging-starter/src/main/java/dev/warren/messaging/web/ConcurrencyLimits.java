package dev.warren.messaging.web;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All groups of endpoints that have a limit, in the order in which they are asked. */
record ConcurrencyLimits(List<ConcurrencyLimit> all) implements MeterBinder {

  static ConcurrencyLimits of(ConcurrencyProperties properties) {
    return new ConcurrencyLimits(properties.limits().stream().map(ConcurrencyLimit::new).toList());
  }

  /** The limit of a request; null if it has none. */
  @Nullable ConcurrencyLimit of(HttpServletRequest request) {
    for (ConcurrencyLimit limit : all) {
      if (limit.appliesTo(request)) {
        return limit;
      }
    }
    return null;
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    all.forEach(limit -> limit.bindTo(registry));
  }
}
