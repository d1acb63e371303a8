package dev.warren.producer.rpc;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.amqp.core.Message;

/** Who waits for which reply, by {@code correlation_id}. Whoever has stopped waiting is gone. */
final class WaitingCalls {

  private final Map<String, WaitingCall> calls = new ConcurrentHashMap<>();
  private final RpcMeters meters;

  WaitingCalls(RpcMeters meters) {
    this.meters = meters;
  }

  void expect(WaitingCall call) {
    calls.put(call.id, call);
  }

  void forget(WaitingCall call) {
    calls.remove(call.id);
  }

  /** Hands a reply to its caller, once; counts it if there is none any more. */
  void replied(Message reply) {
    String correlationId = reply.getMessageProperties().getCorrelationId();
    if (correlationId == null) {
      return;
    }
    WaitingCall call = calls.remove(correlationId);
    if (call == null) {
      meters.lateReply();
    } else {
      call.answer.complete(reply);
    }
  }

  /** The broker has no queue for the request, so nobody is there to reply. */
  void returned(@Nullable String correlationId) {
    WaitingCall call = correlationId == null ? null : calls.remove(correlationId);
    if (call != null) {
      call.answer.completeExceptionally(RpcServers.none());
    }
  }

  void cutOffAll() {
    calls
        .values()
        .forEach(
            call -> call.answer.completeExceptionally(call.cutOff("This service stops", null)));
  }
}
