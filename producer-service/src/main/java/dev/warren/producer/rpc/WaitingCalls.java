package dev.warren.producer.rpc;

import dev.warren.messaging.web.ProblemException;
import dev.warren.messaging.web.ProblemType;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.amqp.core.Message;

/** Who waits for which reply, by {@code correlation_id}. Whoever has stopped waiting is gone. */
final class WaitingCalls {

  private final Map<String, CompletableFuture<Message>> calls = new ConcurrentHashMap<>();
  private final RpcMeters meters;

  WaitingCalls(RpcMeters meters) {
    this.meters = meters;
  }

  void expect(String correlationId, CompletableFuture<Message> answer) {
    calls.put(correlationId, answer);
  }

  void forget(String correlationId) {
    calls.remove(correlationId);
  }

  /** Hands a reply to its caller, once; counts it if there is none any more. */
  void replied(Message reply) {
    String correlationId = reply.getMessageProperties().getCorrelationId();
    if (correlationId == null) {
      return;
    }
    CompletableFuture<Message> answer = calls.remove(correlationId);
    if (answer == null) {
      meters.lateReply();
    } else {
      answer.complete(reply);
    }
  }

  /** The broker has no queue for the request, so nobody is there to reply. */
  void returned(@Nullable String correlationId) {
    CompletableFuture<Message> answer = correlationId == null ? null : calls.remove(correlationId);
    if (answer != null) {
      answer.completeExceptionally(RpcServers.none());
    }
  }

  void cutOffAll() {
    calls
        .values()
        .forEach(
            answer ->
                answer.completeExceptionally(
                    new ProblemException(
                        ProblemType.NOT_SENT, "The call was cut off: this service stops")));
  }
}
