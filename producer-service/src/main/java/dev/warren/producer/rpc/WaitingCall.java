package dev.warren.producer.rpc;

import dev.warren.messaging.web.ProblemException;
import dev.warren.messaging.web.ProblemType;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.springframework.amqp.core.Message;

/**
 * A call whose caller waits. Whoever takes its request, which is possible once, decides what
 * becomes of it: it is written, or it never will be.
 */
final class WaitingCall {

  private static final Duration RETRY = Duration.ofSeconds(1);

  final String id;
  final Message request;
  final CompletableFuture<Message> answer;
  private final AtomicBoolean taken = new AtomicBoolean();

  /**
   * @param id the request's {@code correlation_id}
   */
  WaitingCall(String id, Message request, CompletableFuture<Message> answer) {
    this.id = id;
    this.request = request;
    this.answer = answer;
  }

  boolean take() {
    return taken.compareAndSet(false, true);
  }

  boolean isTaken() {
    return taken.get();
  }

  /**
   * What its caller is told when no reply can be hoped for: a server may have the request or not.
   */
  ProblemException cutOff(String why, @Nullable Throwable cause) {
    boolean unsent = take();
    ProblemType type = unsent ? ProblemType.NOT_SENT : ProblemType.UNCONFIRMED;
    String detail = unsent ? why : why + "; a server may have the request";
    return new ProblemException(type, type.status(), detail, cause).retryAfter(RETRY);
  }

  /** Nobody waits any more. */
  void end() {
    take();
    answer.cancel(false);
  }
}
