package dev.warren.messaging.web;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.LongAdder;

/** The places of one group of endpoints, or of all. Nobody waits for one. */
final class ConcurrencyLimit {

  private static final Duration RETRY = Duration.ofSeconds(1);

  private final String name;
  private final String kind;
  private final List<RequestPattern> requests;
  private final int atOnce;
  private final Semaphore places;
  private final LongAdder refused = new LongAdder();

  private ConcurrencyLimit(String name, String kind, List<String> requests, int atOnce) {
    this.name = name;
    this.kind = kind;
    this.requests = requests.stream().map(RequestPattern::parse).toList();
    this.atOnce = atOnce;
    this.places = new Semaphore(atOnce);
  }

  static ConcurrencyLimit of(ConcurrencyProperties.Limit limit) {
    return new ConcurrencyLimit(
        limit.name(), "requests of this kind", limit.requests(), limit.atOnce());
  }

  /** The limit of all requests but some. */
  static ConcurrencyLimit ofAll(int atOnce) {
    return new ConcurrencyLimit("all", "requests", List.of(), atOnce);
  }

  boolean has(HttpServletRequest request) {
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
    String detail = "All " + atOnce + " places for " + kind + " are taken";
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
