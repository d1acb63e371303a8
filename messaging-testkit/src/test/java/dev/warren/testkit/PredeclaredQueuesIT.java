package dev.warren.testkit;

import static dev.warren.testkit.assertions.BrokerAssertions.assertThatQueue;

import dev.warren.contracts.Hello;
import dev.warren.contracts.Rpc;
import dev.warren.contracts.TaskEvents;
import dev.warren.contracts.WorkQueue;
import dev.warren.testkit.assertions.QueueAssert;
import java.util.Map;
import org.junit.jupiter.api.Test;

@BrokerTest
class PredeclaredQueuesIT {

  @Test
  void hasTheContractsQueuesWithTheirPolicies(TestVhost vhost) {
    assertThatQueue(vhost, Hello.QUEUE).isDurableQuorum().hasMessages(0).hasConsumers(0);
    assertThatQueue(vhost, WorkQueue.QUEUE)
        .isDurableQuorum()
        .hasDeadLetterQueue("task_queue.dlq")
        .hasSetting("overflow", "reject-publish");
    assertThatQueue(vhost, "task_queue.dlq")
        .isDurableQuorum()
        .hasSetting("max-length", 1000000)
        .hasSetting("overflow", "reject-publish");
    assertThatQueue(vhost, Rpc.QUEUE).isDurableQuorum().hasDeadLetterQueue("rpc_queue.dlq");
    assertThatQueue(vhost, "rpc_queue.dlq").isDurableQuorum().hasSetting("max-length", 1000);
    assertThatQueue(vhost, TaskEvents.STREAM).isStream().hasPolicy("task_events");
  }

  @Test
  void failedTasksComeBackAfterOneFiveAndTwentyFiveSeconds(TestVhost vhost) {
    Map.of("1s", 1000, "5s", 5000, "25s", 25000)
        .forEach(
            (rung, millis) ->
                assertThatQueue(vhost, WorkQueue.QUEUE + ".retry." + rung)
                    .isDurableQuorum()
                    .hasSetting("message-ttl", millis)
                    .hasDeadLetterQueue(WorkQueue.QUEUE));
  }

  /** Which is the older policy's for a moment, until the newer one is there too. */
  @Test
  void theBestPolicyThatTheBrokerKnowsAppliesToTheWorkQueue(TestVhost vhost) {
    QueueAssert queue = assertThatQueue(vhost, WorkQueue.QUEUE);
    if (vhost.broker().atLeast(4, 3)) {
      queue
          .hasPolicy("task_queue.delayed-retry")
          .hasSetting("delivery-limit", 8)
          .hasSetting("delayed-retry-type", "failed")
          .hasSetting("delayed-retry-min", 2000)
          .hasSetting("delayed-retry-max", 10000);
    } else {
      queue.hasPolicy("task_queue").hasSetting("delivery-limit", 20);
    }
  }
}
