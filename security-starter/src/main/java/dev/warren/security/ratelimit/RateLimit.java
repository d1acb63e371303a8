package dev.warren.security.ratelimit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.util.concurrent.atomic.LongAdder;

/**
 * A bucket of tokens for each caller, and not for ever: one who has not called for as long as it
 * takes to fill the bucket is forgotten, and loses nothing by it.
 *
 * @see <a href="https://bucket4j.com">Bucket4j</a>
 */
final class RateLimit implements MeterBinder {

  private final RateLimitProperties properties;
  private final Cache<String, Bucket> callers;
  private final LongAdder refused = new LongAdder();

  RateLimit(RateLimitProperties properties) {
    this.properties = properties;
    this.callers =
        Caffeine.newBuilder()
            .maximumSize(properties.maxCallers())
            .expireAfterAccess(properties.untilForgiven())
            .build();
  }

  boolean isOff() {
    return properties.isOff();
  }

  /** How long this caller has to wait for the next request; zero if this one may come in. */
  Duration take(String caller) {
    Bucket bucket = callers.get(caller, name -> bucket());
    ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
    if (probe.isConsumed()) {
      return Duration.ZERO;
    }
    refused.increment();
    return Duration.ofNanos(Math.max(1, probe.getNanosToWaitForRefill()));
  }

  /** How many callers are remembered. */
  long remembered() {
    callers.cleanUp();
    return callers.estimatedSize();
  }

  private Bucket bucket() {
    return Bucket.builder()
        .addLimit(
            limit ->
                limit
                    .capacity(properties.burst())
                    .refillGreedy(properties.perSecond(), Duration.ofSeconds(1)))
        .build();
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    FunctionCounter.builder("warren.requests.throttled", refused, LongAdder::sum)
        .description("Requests that were refused because their callers called too often")
        .register(registry);
  }
}
