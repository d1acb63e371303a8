package dev.warren.messaging.web;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.LongAdder;

/** The places of one group of endpoints. Nobody waits for one. */
final class ConcurrencyLimit {

  private static final Duration RETRY = Duration.ofSeconds(1);

  private final String name;
  private final List<RequestPattern> requests;
  private final int atOnce;
  private final Semaphore places;
  private final LongAdder refused = new LongAdder();

  ConcurrencyLimit(ConcurrencyProperties.Limit limit) {
    this.name = limit.name();
    this.requests = limit.requests().stream().map(RequestPattern::parse).toList();
    this.atOnce = limit.atOnce();
    this.places = new Semaphore(atOnce);
  }

  boolean appliesTo(HttpServletRequest request) {
    return requests.stream().anyMatch(pattern -> pattern.matches(request));
  }

  /** Takes a place, if there is one. */
  boolean enter() {
    boolean entered = places.tryAcquire();
    if (!entered) {
      refused.increment();
    }
    return entered;
  }

  /** Gives the place back. */
  void leave() {
    places.release();
  }

  ProblemException refusal() {
    String detail = "All " + atOnce + " places for requests of this kind are taken";
    return new ProblemException(ProblemType.OVERLOADED, detail).retryAfter(RETRY);
  }

  void bindTo(MeterRegistry registry) {
    Gauge.builder("warren.requests.in.hand", () -> atOnce - places.availablePermits())
        .description("Requests that are being answered now, of those whose number is limited")
        .tag("limit", name)
        .register(registry);
    FunctionCounter.builder("warren.requests.refused", refused, LongAdder::sum)
        .description("Requests that were refused because as many as may be were in hand")
        .tag("limit", name)
        .register(registry);
  }
}
