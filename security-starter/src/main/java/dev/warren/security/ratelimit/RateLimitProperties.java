package dev.warren.security.ratelimit;

import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How often each caller may call the API of one replica.
 *
 * @param perSecond requests per second in the long run. Default is 0: there is no limit.
 * @param burst requests that may come at once after a pause. Default is what may come in two
 *     seconds.
 * @param maxCallers callers that are remembered; of more than that, those who call least are
 *     forgotten, which lets them begin anew. Default is 10 000, some 2 MB.
 */
@Validated
@ConfigurationProperties("warren.rate-limit")
public record RateLimitProperties(
    @DefaultValue("0") @PositiveOrZero int perSecond,
    @DefaultValue("0") @PositiveOrZero int burst,
    @DefaultValue("10000") @Positive int maxCallers) {

  private static final int SECONDS_OF_BURST = 2;

  public RateLimitProperties {
    burst = burst == 0 ? perSecond * SECONDS_OF_BURST : burst;
  }

  boolean isOff() {
    return perSecond == 0;
  }

  /** After such a pause a caller may do again all that one who never came may do. */
  Duration untilForgiven() {
    return isOff() ? Duration.ZERO : Duration.ofSeconds(1 + burst / perSecond);
  }
}
