package dev.warren.security.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RateLimitTest {

  @Test
  void aBurstIsLetInAndThenEachHasToWait() {
    SimpleMeterRegistry registry = new SimpleMeterRegistry();
    RateLimit limit = new RateLimit(new RateLimitProperties(1, 3, 10));
    limit.bindTo(registry);

    for (int i = 0; i < 3; i++) {
      assertThat(limit.take("a")).isZero();
    }

    assertThat(limit.take("a")).isPositive().isLessThanOrEqualTo(Duration.ofSeconds(1));
    assertThat(limit.take("b")).isZero();
    assertThat(registry.get("warren.requests.throttled").functionCounter().count()).isEqualTo(1);
  }

  @Test
  void onlySoManyCallersAreRemembered() {
    RateLimit limit = new RateLimit(new RateLimitProperties(1, 1, 100));

    for (int i = 0; i < 10_000; i++) {
      limit.take("caller " + i);
    }

    assertThat(limit.remembered()).isPositive().isLessThanOrEqualTo(100);
  }

  @Test
  void aBurstIsTwoSecondsUnlessItIsSaid() {
    assertThat(new RateLimitProperties(5, 0, 10).burst()).isEqualTo(10);
    assertThat(new RateLimitProperties(5, 7, 10).burst()).isEqualTo(7);
  }
}
