package dev.warren.producer.rpc;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Return;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.rabbit.connection.ChannelListener;

/**
 * Ends the waiting for requests that the broker returns because there is no queue. The template
 * itself listens for returns only on a connection factory with {@code publisher-returns}, which
 * would burden every channel of this service.
 */
final class ReturnedRequests implements ChannelListener {

  private final Map<String, CompletableFuture<Message>> waiting = new ConcurrentHashMap<>();

  @Override
  public void onCreate(Channel channel, boolean transactional) {
    channel.addReturnListener(this::returned);
  }

  void expect(String correlationId, CompletableFuture<Message> reply) {
    waiting.put(correlationId, reply);
  }

  /** Whether somebody still waits for the reply. */
  boolean isExpected(String correlationId) {
    return waiting.containsKey(correlationId);
  }

  void forget(String correlationId) {
    waiting.remove(correlationId);
  }

  private void returned(Return message) {
    String correlationId = message.getProperties().getCorrelationId();
    CompletableFuture<Message> reply = correlationId == null ? null : waiting.remove(correlationId);
    if (reply != null) {
      reply.completeExceptionally(RpcServers.none());
    }
  }
}
