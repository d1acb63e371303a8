package dev.warren.producer.taskview;

import static dev.warren.testkit.Bounds.soon;

import dev.warren.contracts.TaskEvent;
import dev.warren.testkit.BrokerTest;
import dev.warren.testkit.TestVhost;
import java.time.Instant;
import org.junit.jupiter.api.Test;

@BrokerTest
class ViewLagIT {

  @Test
  void growsWhileNothingIsReadAndPasses(TestVhost vhost) {
    try (Replica replica = Replica.start(vhost).awaitReady()) {
      replica.reader().stop();
      replica.append(submittedNow("unread"));
      soon().until(() -> replica.lag() > 1);

      replica.reader().start();
      soon().until(() -> replica.eventsRead() == 1);
      replica.append(submittedNow("in time"));
      soon().until(() -> replica.lag() < 1);
    }
  }

  private static TaskEvent submittedNow(String id) {
    return TaskEvent.submitted(id, "text of " + id, Instant.now());
  }
}
