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
import java.io.IOException;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@BrokerTest
@ExtendWith(OutputCaptureExtension.class)
class RejectionLogIT {

  private static final byte[] NOT_UTF8 = {'a', (byte) 0xFF};

  @ParameterizedTest
  @ValueSource(strings = {"simple", "direct"})
  void aRejectedTaskIsOneLineOfTheLog(
      String container, TestVhost vhost, Channel channel, CapturedOutput output)
      throws IOException {
    try (RunningWorker worker =
        RunningWorker.start(vhost, "spring.rabbitmq.listener.type=" + container)) {
      int before = output.getAll().length();
      for (int i = 0; i < 5; i++) {
        Tasks.send(channel, new BasicProperties.Builder().messageId("bad-" + i).build(), NOT_UTF8);
      }
      MessageCollector.consume(channel, WorkQueue.DEAD_LETTER_QUEUE).expect(5);
      worker.awaitStatus("failed", "5");

      assertThat(output.getAll().substring(before).lines())
          .filteredOn(line -> !line.contains(" INFO "))
          .hasSize(5)
          .allMatch(line -> line.endsWith("is rejected: the body is not UTF-8"));
    }
  }
}
