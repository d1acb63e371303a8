package dev.warren.systemtests.badinput;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.GetResponse;
import dev.warren.contracts.Rpc;
import dev.warren.contracts.WorkQueue;
import dev.warren.systemtests.suite.RunningSuite;
import dev.warren.systemtests.suite.Seen;
import dev.warren.systemtests.suite.SystemTest;
import java.io.IOException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@SystemTest
class DeadLettersIT {

  private final RunningSuite suite;

  DeadLettersIT(RunningSuite suite) {
    this.suite = suite;
  }

  @Test
  void aTaskThatIsNoTextIsKeptInTheDeadLetterQueue() throws IOException {
    endsIn(WorkQueue.DEAD_LETTER_QUEUE, WorkQueue.QUEUE, new byte[] {(byte) 0xc3, 0x28});
  }

  @Test
  void aRequestThatNamesNoReplyQueueIsKeptInTheDeadLetterQueue() throws IOException {
    endsIn(Rpc.DEAD_LETTER_QUEUE, Rpc.QUEUE, "30".getBytes(UTF_8));
  }

  private void endsIn(String deadLetterQueue, String queue, byte[] body) throws IOException {
    String id = UUID.randomUUID().toString();
    try (Connection connection = suite.broker().connect()) {
      Channel channel = connection.createChannel();
      BasicProperties properties = new BasicProperties.Builder().messageId(id).build();
      channel.basicPublish("", queue, properties, body);
      Seen.eventually(
          id + " is in " + deadLetterQueue,
          () -> isNext(channel.basicGet(deadLetterQueue, true), id));
    }
  }

  private static boolean isNext(@Nullable GetResponse letter, String id) {
    return letter != null && id.equals(letter.getProps().getMessageId());
  }
}
