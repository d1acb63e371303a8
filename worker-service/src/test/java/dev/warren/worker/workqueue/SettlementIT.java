package dev.warren.worker.workqueue;

import static dev.warren.testkit.assertions.BrokerAssertions.assertThatQueue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.GetResponse;
import dev.warren.contracts.WorkQueue;
import dev.warren.testkit.Bounds;
import dev.warren.testkit.BrokerTest;
import dev.warren.testkit.TestVhost;
import dev.warren.worker.retry.Verdict;
import dev.warren.worker.support.ShortRetries;
import dev.warren.worker.support.Tasks;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.amqp.AmqpRejectAndDontRequeueException;
import org.springframework.amqp.ImmediateRequeueAmqpException;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.core.MessageProperties;

@BrokerTest
class SettlementIT {

  @Test
  void acknowledgedIsGone(TestVhost vhost, Channel channel) throws IOException {
    settle(channel, delivered(channel), Verdict.ACKNOWLEDGE);

    assertThatQueue(vhost, WorkQueue.QUEUE).hasMessages(0);
    assertThatQueue(vhost, WorkQueue.DEAD_LETTER_QUEUE).hasMessages(0);
  }

  @Test
  void givenBackComesAtOnceAndIsNotCountedWhereTheBrokerTellsThemApart(
      TestVhost vhost, Channel channel) throws IOException {
    settle(channel, delivered(channel), Verdict.GIVE_BACK);

    Map<String, Object> headers = next(channel).getProps().getHeaders();
    assertThat(headers.containsKey("x-delivery-count")).isEqualTo(!vhost.broker().atLeast(4, 3));
  }

  @Test
  void forLaterIsCounted(TestVhost vhost, Channel channel) throws IOException {
    ShortRetries.in(vhost);
    settle(channel, delivered(channel), Verdict.TRY_LATER);

    assertThat(next(channel).getProps().getHeaders()).containsEntry("x-delivery-count", 1L);
  }

  @Test
  void rejectedIsADeadLetter(TestVhost vhost, Channel channel) throws IOException {
    settle(channel, delivered(channel), Verdict.REJECT);

    assertThatQueue(vhost, WorkQueue.DEAD_LETTER_QUEUE).hasMessages(1);
  }

  @Test
  void whatCannotBeSettledIsLeftToTheBroker(Channel channel) throws Exception {
    GetResponse delivery = delivered(channel);
    channel.close();

    assertThatCode(() -> settle(channel, delivery, Verdict.ACKNOWLEDGE)).doesNotThrowAnyException();
  }

  @Test
  void aContainerIsToldByExceptions(Channel channel) {
    Message message = message(1);
    Settlement byContainer = Settlement.of(50);

    assertThatCode(() -> byContainer.apply(Verdict.ACKNOWLEDGE, message, channel))
        .doesNotThrowAnyException();
    assertThatThrownBy(() -> byContainer.apply(Verdict.GIVE_BACK, message, channel))
        .isInstanceOf(ImmediateRequeueAmqpException.class);
    assertThatThrownBy(() -> byContainer.apply(Verdict.REJECT, message, channel))
        .isInstanceOf(AmqpRejectAndDontRequeueException.class);
  }

  private static void settle(Channel channel, GetResponse delivery, Verdict verdict) {
    Settlement.EACH.apply(verdict, message(delivery.getEnvelope().getDeliveryTag()), channel);
  }

  private static GetResponse delivered(Channel channel) throws IOException {
    Tasks.send(channel, "id", "text");
    return next(channel);
  }

  private static GetResponse next(Channel channel) {
    return Bounds.soon().until(() -> channel.basicGet(WorkQueue.QUEUE, false), Objects::nonNull);
  }

  private static Message message(long deliveryTag) {
    MessageProperties properties = new MessageProperties();
    properties.setDeliveryTag(deliveryTag);
    return new Message(new byte[0], properties);
  }
}
