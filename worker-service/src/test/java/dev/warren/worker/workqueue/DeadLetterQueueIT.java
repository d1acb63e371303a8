package dev.warren.worker.workqueue;

import static org.assertj.core.api.Assertions.assertThat;

import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.Channel;
import dev.warren.contracts.WorkQueue;
import dev.warren.testkit.BrokerTest;
import dev.warren.testkit.MessageCollector;
import dev.warren.testkit.TestVhost;
import dev.warren.worker.support.RunningWorker;
import dev.warren.worker.support.Tasks;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the worker cannot put into the dead-letter queue it leaves to the broker to put there. */
@BrokerTest
class DeadLetterQueueIT {

  private static final byte[] NOT_UTF8 = {'a', (byte) 0xFF};

  /** The queue that the broker's policy names here, to tell one way from the other. */
  private static final String BY_POLICY = "by-policy";

  @Test
  void aTaskThatItDoesNotTakeIsRejectedAndNeitherLostNorInTheWay(TestVhost vhost, Channel channel)
      throws Exception {
    channel.queueDeclare(BY_POLICY, true, false, false, Map.of("x-queue-type", "quorum"));
    setPolicies(vhost);
    fillUp(channel);
    MessageCollector byPolicy = MessageCollector.consume(channel, BY_POLICY);
    try (RunningWorker worker = RunningWorker.start(vhost)) {
      Tasks.send(channel, new BasicProperties.Builder().messageId("bad").build(), NOT_UTF8);
      Tasks.send(channel, "good", "good");
      worker.awaitStatus("succeeded", "1").awaitStatus("failed", "1");

      assertThat(byPolicy.expectOne().properties().getMessageId()).isEqualTo("bad");
    }
  }

  private static void fillUp(Channel channel) throws Exception {
    channel.confirmSelect();
    do {
      channel.basicPublish("", WorkQueue.DEAD_LETTER_QUEUE, null, new byte[0]);
    } while (channel.waitForConfirms());
  }

  private static void setPolicies(TestVhost vhost) {
    String policies =
        """
        {"policies": [
         {"name": "full", "pattern": "^task_queue\\\\.dlq$", "apply-to": "queues", "priority": 10,
          "definition": {"max-length": 1, "overflow": "reject-publish"}},
         {"name": "elsewhere", "pattern": "^task_queue$", "apply-to": "queues", "priority": 10,
          "definition": {"dead-letter-exchange": "", "dead-letter-routing-key": "%s"}}]}
        """;
    vhost.broker().management().importDefinitions(vhost.name(), policies.formatted(BY_POLICY));
  }
}
