package dev.warren.producer.rpc;

import com.rabbitmq.client.Channel;
import org.jspecify.annotations.Nullable;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.rabbit.AsyncRabbitTemplate;
import org.springframework.amqp.rabbit.core.RabbitTemplate;

/** Counts the replies that nobody waits for, which the template itself only logs. */
final class RpcTemplate extends AsyncRabbitTemplate {

  private final ReturnedRequests waiting;
  private final RpcMeters meters;

  RpcTemplate(RabbitTemplate template, ReturnedRequests waiting, RpcMeters meters) {
    super(template);
    this.waiting = waiting;
    this.meters = meters;
  }

  @Override
  public void onMessage(Message reply, @Nullable Channel channel) {
    String correlationId = reply.getMessageProperties().getCorrelationId();
    if (correlationId != null && !waiting.isExpected(correlationId)) {
      meters.lateReply();
    }
    super.onMessage(reply, channel);
  }
}
