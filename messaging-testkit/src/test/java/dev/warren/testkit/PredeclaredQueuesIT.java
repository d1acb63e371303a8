package dev.warren.testkit;

import static dev.warren.testkit.assertions.BrokerAssertions.assertThatQueue;

import dev.warren.contracts.Hello;
import dev.warren.contracts.Rpc;
import dev.warren.contracts.TaskEvents;
import dev.warren.contracts.WorkQueue;
import org.junit.jupiter.api.Test;

@BrokerTest
class PredeclaredQueuesIT {

  @Test
  void hasTheContractsQueuesWithTheirPolicies(TestVhost vhost) {
    assertThatQueue(vhost, Hello.QUEUE).isDurableQuorum().hasMessages(0).hasConsumers(0);
    assertThatQueue(vhost, WorkQueue.QUEUE)
        .isDurableQuorum()
        .hasPolicy("task_queue")
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
}
