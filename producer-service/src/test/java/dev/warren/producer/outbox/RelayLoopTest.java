package dev.warren.producer.outbox;

import static dev.warren.testkit.Bounds.soon;

import dev.warren.messaging.publish.OutgoingMessages;
import dev.warren.messaging.publish.PublishOutcome.Confirmed;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionOperations;

class RelayLoopTest {

  private static final Duration SHORT = Duration.ofMillis(10);
  private static final OutboxProperties PROPERTIES =
      new OutboxProperties(1, SHORT, SHORT, SHORT, SHORT, SHORT, Duration.ofSeconds(10));

  private final AtomicInteger rounds = new AtomicInteger();
  private final RelayLoop loop =
      new RelayLoop(new FailingOnce(), new Wakeup(), PROPERTIES, new SimpleMeterRegistry());

  @AfterEach
  void stop() {
    loop.stop();
  }

  @Test
  void goesOnThoughARoundEndedInAnError() {
    loop.start();

    soon().until(() -> rounds.get() > 1);
  }

  private final class FailingOnce extends OutboxRelay {

    FailingOnce() {
      super(
          new OutboxTable(JdbcClient.create(new DriverManagerDataSource())),
          TransactionOperations.withoutTransaction(),
          (exchange, key, message) -> CompletableFuture.completedFuture(new Confirmed()),
          new OutgoingMessages("test", Clock.systemUTC()),
          PROPERTIES,
          Clock.systemUTC());
    }

    @Override
    RelayRound round() {
      if (rounds.incrementAndGet() == 1) {
        throw new InternalError("no thread to be had");
      }
      return new RelayRound(0, false);
    }
  }
}
