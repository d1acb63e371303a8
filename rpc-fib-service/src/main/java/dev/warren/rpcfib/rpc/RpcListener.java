package dev.warren.rpcfib.rpc;

import dev.warren.contracts.Rpc;
import dev.warren.messaging.listen.RawBodyConverter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.amqp.AmqpRejectAndDontRequeueException;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.core.MessageProperties;
import org.springframework.amqp.rabbit.annotation.RabbitListener;

/**
 * Answers each request; the container acknowledges it when the broker has the answer. A request
 * that names no reply address, or whose answer cannot be sent for long, is rejected to {@code
 * rpc_queue.dlq}.
 *
 * @see <a href="https://www.rabbitmq.com/docs/direct-reply-to">Direct reply-to</a>
 */
class RpcListener {

  private static final Logger log = LoggerFactory.getLogger(RpcListener.class);

  private final FibonacciHandler handler;
  private final RpcReplies replies;
  private final RpcStatistics statistics;

  RpcListener(FibonacciHandler handler, RpcReplies replies, RpcStatistics statistics) {
    this.handler = handler;
    this.replies = replies;
    this.statistics = statistics;
  }

  @RabbitListener(id = Rpc.QUEUE, queues = Rpc.QUEUE, messageConverter = RawBodyConverter.NAME)
  void receive(Message request) {
    MessageProperties properties = request.getMessageProperties();
    String replyTo = properties.getReplyTo();
    if (replyTo == null || replyTo.isEmpty()) {
      statistics.rejected();
      log.warn("A request without reply_to is rejected");
      throw new AmqpRejectAndDontRequeueException("no reply_to");
    }
    replies.send(replyTo, properties, answer(request.getBody()));
  }

  private Answer answer(byte[] body) {
    try {
      return handler.answer(body);
    } catch (Throwable e) { // an Error would end the consumer, and the client would hear nothing
      log.error("A request failed", e);
      return Answer.error(Answer.INTERNAL, "the server failed");
    }
  }
}
