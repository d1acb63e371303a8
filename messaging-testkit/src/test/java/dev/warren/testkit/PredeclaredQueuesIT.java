package dev.warren.testkit;

import static dev.warren.testkit.assertions.BrokerAssertions.assertThatQueue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.ShutdownSignalException;
import dev.warren.contracts.Hello;
import dev.warren.contracts.Rpc;
import dev.warren.contracts.TaskEvents;
import dev.warren.contracts.WorkQueue;
import java.io.IOException;
import java.util.Map;
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
    assertThatQueue(vhost, "task_queue.dlq").isDurableQuorum();
    assertThatQueue(vhost, Rpc.QUEUE).isDurableQuorum().hasDeadLetterQueue("rpc_queue.dlq");
    assertThatQueue(vhost, "rpc_queue.dlq").isDurableQuorum().hasSetting("max-length", 1000);
    assertThatQueue(vhost, TaskEvents.STREAM).isStream().hasPolicy("task_events");
  }

  @Test
  void answersATransientRedeclarationAsItsVersionDoes(TestBroker broker, Channel channel)
      throws IOException {
    if (broker.atLeast(4, 3)) {
      assertThat(redeclaredTransient(channel).getQueue()).isEqualTo(Hello.QUEUE);
    } else {
      assertThatThrownBy(() -> redeclaredTransient(channel))
          .cause()
          .isInstanceOfSatisfying(
              ShutdownSignalException.class,
              signal -> assertThat(signal.getReason().toString()).contains("reply-code=406"));
    }
  }

  private static AMQP.Queue.DeclareOk redeclaredTransient(Channel channel) throws IOException {
    return channel.queueDeclare(Hello.QUEUE, false, false, false, Map.of());
  }
}
