package dev.warren.producer.rpc;

import dev.warren.contracts.Rpc;
import dev.warren.messaging.tracing.MessageTracing;
import dev.warren.messaging.tracing.SentSpan;
import dev.warren.messaging.web.ProblemException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.amqp.AmqpException;
import org.springframework.amqp.AmqpTimeoutException;
import org.springframework.amqp.core.Message;

/**
 * One call: the request goes out on the {@link ReplyChannel}, and the reply is known by its {@code
 * correlation_id}, so one that comes too late is nobody's. Each caller waits as long as it likes.
 */
final class RpcCalls implements AutoCloseable {

  private static final long GLANCE_NANOS = Duration.ofSeconds(1).toNanos();

  private final RpcServers servers;
  private final ReplyChannel channel;
  private final RpcRequests requests;
  private final WaitingCalls waiting;
  private final MessageTracing tracing;
  private final ExecutorService sender;

  RpcCalls(
      RpcServers servers,
      ReplyChannel channel,
      RpcRequests requests,
      WaitingCalls waiting,
      MessageTracing tracing,
      ExecutorService sender) {
    this.servers = servers;
    this.channel = channel;
    this.requests = requests;
    this.waiting = waiting;
    this.tracing = tracing;
    this.sender = sender;
  }

  /**
   * The server's reply.
   *
   * @param timeout how long all of it may take, from the question for a server on
   * @throws ProblemException 503, if there is no server, the request was returned, or a server may
   *     have it and its reply will not come
   * @throws AmqpException if the broker cannot be reached, and no server has the request
   * @throws TimeoutException if none arrived in time
   */
  Message call(String text, Duration timeout) throws TimeoutException, InterruptedException {
    long deadline = System.nanoTime() + timeout.toNanos();
    servers.requireAny(timeout.toNanos());
    String id = UUID.randomUUID().toString();
    Message request = requests.request(id, text, deadline - System.nanoTime());
    WaitingCall call = new WaitingCall(id, request, traced(request));
    waiting.expect(call);
    try {
      sender.execute(() -> send(call));
      return await(call, deadline);
    } catch (RejectedExecutionException e) {
      throw new AmqpTimeoutException("The connection takes no more requests", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw call.cutOff("This service stops", e);
    } catch (ExecutionException e) {
      throw problem(e.getCause());
    } finally {
      waiting.forget(call);
      call.end();
    }
  }

  /** The span of the call lasts until its answer, of whatever kind. */
  @SuppressWarnings("FutureReturnValueIgnored") // both outcomes end the span
  private CompletableFuture<Message> traced(Message request) {
    SentSpan span = tracing.call(Rpc.QUEUE, request);
    CompletableFuture<Message> answer = new CompletableFuture<>();
    answer.whenComplete((reply, failure) -> span.end(failure == null ? null : failure.toString()));
    return answer;
  }

  /**
   * On another thread, as the connection of a broker that has stopped takes as long as it likes.
   * What nobody waits for by then is not sent.
   */
  private void send(WaitingCall call) {
    if (call.isTaken()) {
      return;
    }
    try {
      channel.send(call);
    } catch (RuntimeException | Error e) { // its caller would wait in vain
      call.answer.completeExceptionally(e);
    }
  }

  /**
   * Does not wait for a reply when nobody is there any more to send one, or to get the request. The
   * broker has to say so twice: of a queue whose leader is slow it says that nobody consumes it.
   */
  private Message await(WaitingCall call, long deadline)
      throws ExecutionException, InterruptedException, TimeoutException {
    boolean alone = false;
    while (true) {
      long left = deadline - System.nanoTime();
      try {
        return call.answer.get(Math.min(left, GLANCE_NANOS), TimeUnit.NANOSECONDS);
      } catch (TimeoutException e) {
        if (left <= GLANCE_NANOS) {
          throw e;
        }
        boolean none = !isThereOne(call, deadline);
        if (none && alone) {
          throw RpcServers.none();
        }
        alone = none;
      }
    }
  }

  private boolean isThereOne(WaitingCall call, long deadline)
      throws InterruptedException, TimeoutException {
    if (servers.isBlocked() && !call.answer.isDone()) {
      throw call.cutOff(RpcServers.BLOCKED, null);
    }
    try {
      return servers.isThereOneOr(call.answer, deadline - System.nanoTime());
    } catch (AmqpException e) {
      throw call.cutOff("The broker cannot be reached", e);
    }
  }

  @Override
  public void close() {
    sender.shutdownNow();
    waiting.cutOffAll();
  }

  private static ProblemException problem(@Nullable Throwable failure) {
    if (failure instanceof ProblemException known) {
      return known;
    }
    throw failure instanceof AmqpException broken
        ? broken
        : new AmqpException("The request was not sent", failure);
  }
}
