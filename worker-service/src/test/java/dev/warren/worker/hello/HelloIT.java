package dev.warren.worker.hello;

import static dev.warren.testkit.assertions.BrokerAssertions.assertThatQueue;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.Channel;
import dev.warren.contracts.Hello;
import dev.warren.contracts.WorkQueue;
import dev.warren.testkit.BrokerTest;
import dev.warren.testkit.TestVhost;
import dev.warren.worker.support.RunningWorker;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@BrokerTest
@ExtendWith(OutputCaptureExtension.class)
class HelloIT {

  @Test
  void logsGreetingsAsTheTutorialPrintsThem(TestVhost vhost, Channel channel, CapturedOutput output)
      throws Exception {
    try (RunningWorker worker = RunningWorker.start(vhost)) {
      channel.basicPublish("", Hello.QUEUE, null, "Hello World!".getBytes(UTF_8));

      worker.awaitStatus("hello", "1");

      assertThat(output).contains(" [x] Received Hello World!");
      assertThatQueue(vhost, Hello.QUEUE).isDurableQuorum().hasConsumers(1).hasMessages(0);
    }
  }

  @Test
  void textsStayOutOfTheLogWhereTheyAreNotToBeShown(
      TestVhost vhost, Channel channel, CapturedOutput output) throws Exception {
    try (RunningWorker worker = RunningWorker.start(vhost, "warren.worker.log-texts=false")) {
      channel.basicPublish("", Hello.QUEUE, null, "A secret.".getBytes(UTF_8));
      channel.basicPublish("", WorkQueue.QUEUE, null, "Another secret".getBytes(UTF_8));

      worker.awaitStatus("hello", "1").awaitStatus("succeeded", "1");

      assertThat(output)
          .contains(" [x] Received 9 characters")
          .contains(" [x] Received 14 characters")
          .doesNotContain("secret");
    }
  }

  @Test
  void survivesWhatIsNoGreetingAndLogsItOnOneLine(
      TestVhost vhost, Channel channel, CapturedOutput output) throws Exception {
    try (RunningWorker worker = RunningWorker.start(vhost)) {
      BasicProperties strange =
          new BasicProperties.Builder()
              .contentType("application/x-java-serialized-object")
              .contentEncoding("klingon")
              .deliveryMode(vhost.broker().atLeast(4, 0) ? 77 : 1) // refused by an older broker
              .build();
      channel.basicPublish("", Hello.QUEUE, strange, "one\n12:00 INFO forged".getBytes(UTF_8));
      channel.basicPublish("", Hello.QUEUE, null, new byte[] {(byte) 0xFF, 'x'});
      channel.basicPublish("", Hello.QUEUE, null, new byte[0]);
      channel.basicPublish("", Hello.QUEUE, null, "y".repeat(500 * 1024).getBytes(UTF_8));

      worker.awaitStatus("hello", "3").awaitStatus("unreadableHello", "1");

      assertThat(output)
          .contains(" [x] Received one\\u000a12:00 INFO forged")
          .contains(" [x] Received 2 bytes that are not UTF-8")
          .contains("yyy... (512000 characters)")
          .doesNotContain("\n12:00 INFO forged");
    }
  }
}
