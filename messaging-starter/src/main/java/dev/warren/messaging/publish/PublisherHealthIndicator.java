package dev.warren.messaging.publish;

import java.time.Duration;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/**
 * Out of service while the broker takes no messages, or takes too long to confirm them. For the
 * readiness of services whose purpose is to publish.
 *
 * @see <a href="https://www.rabbitmq.com/docs/connection-blocked">Blocked connections</a>
 */
final class PublisherHealthIndicator extends AbstractHealthIndicator {

  private final SharedChannelPublisher publisher;
  private final Duration maxConfirmAge;

  PublisherHealthIndicator(SharedChannelPublisher publisher, PublisherProperties properties) {
    this.publisher = publisher;
    this.maxConfirmAge = properties.maxConfirmAge();
  }

  @Override
  protected void doHealthCheck(Health.Builder health) {
    Duration oldest = publisher.oldestWait();
    if (publisher.isBlocked()) {
      health.outOfService().withDetail("reason", "a memory or disk alarm of the broker is on");
    } else if (oldest.compareTo(maxConfirmAge) > 0) {
      health.outOfService().withDetail("reason", "the broker's confirms take too long");
    } else {
      health.up();
    }
    health
        .withDetail("inFlight", publisher.inFlight())
        .withDetail("oldestConfirmMillis", oldest.toMillis());
  }
}
