package dev.warren.producer.rpc;

import dev.warren.messaging.web.ProblemException;
import dev.warren.messaging.web.ProblemType;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.amqp.AmqpException;
import org.springframework.amqp.core.Message;

/** Asks for a number, and says of each way to fail which it was. */
final class FibClient implements AutoCloseable {

  private final RpcCalls calls;
  private final RpcProperties properties;
  private final RpcMeters meters;

  FibClient(RpcCalls calls, RpcProperties properties, RpcMeters meters) {
    this.calls = calls;
    this.meters = meters;
    this.properties = properties;
  }

  /**
   * The answer.
   *
   * @throws ProblemException 502, 503 or 504
   */
  FibAnswer ask(FibRequest request) {
    long start = System.nanoTime();
    try {
      FibAnswer answer = answer(request, start);
      meters.answered(start);
      return answer;
    } catch (ProblemException e) {
      meters.failed(e.problemType());
      throw e;
    }
  }

  private FibAnswer answer(FibRequest request, long start) {
    try {
      FibReply reply = new FibReply(call(request), properties.maxN());
      String number = reply.number();
      long elapsed = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
      return new FibAnswer(request.n(), number, reply.server(), elapsed);
    } catch (AmqpException e) {
      throw notSent("The broker cannot be reached", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw notSent("This service stops", e);
    }
  }

  private Message call(FibRequest request) throws InterruptedException {
    try {
      return calls.call(Integer.toString(request.n()), request.timeout());
    } catch (TimeoutException e) {
      throw new ProblemException(
          ProblemType.RPC_TIMEOUT, "No reply within " + request.timeout().toMillis() + " ms");
    }
  }

  @Override
  public void close() {
    calls.close();
  }

  private static ProblemException notSent(String detail, @Nullable Throwable cause) {
    return new ProblemException(ProblemType.NOT_SENT, ProblemType.NOT_SENT.status(), detail, cause)
        .retryAfter(Duration.ofSeconds(1));
  }
}
