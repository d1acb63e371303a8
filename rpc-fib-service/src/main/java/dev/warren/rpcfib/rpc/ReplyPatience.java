package dev.warren.rpcfib.rpc;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.amqp.ImmediateRequeueAmqpException;

/** How long a request is held whose reply cannot be sent, and how often that is tried. */
final class ReplyPatience {

  private final Duration longest;
  private final Duration pause;
  private final BooleanSupplier stopping;

  /**
   * @param longest for how long after a reply's first attempt others follow
   * @param pause between two attempts
   * @param stopping whether the service takes no more requests
   */
  ReplyPatience(Duration longest, Duration pause, BooleanSupplier stopping) {
    this.longest = longest;
    this.pause = pause;
    this.stopping = stopping;
  }

  /**
   * The patience with one request, which begins now.
   *
   * @param expiration the request's, in milliseconds. The broker counts it from the publishing on,
   *     and here it is counted from now on: its sender may have given up before, but not later
   */
  Attempts attempts(@Nullable String expiration) {
    return new Attempts(System.nanoTime() + Math.min(longest.toNanos(), nanos(expiration)));
  }

  private static long nanos(@Nullable String millis) {
    try {
      return millis == null ? Long.MAX_VALUE : Duration.ofMillis(Long.parseLong(millis)).toNanos();
    } catch (NumberFormatException | ArithmeticException e) { // as good as none
      return Long.MAX_VALUE;
    }
  }

  /** The attempts at one reply. */
  final class Attempts {

    private final long deadlineNanos;

    private Attempts(long deadlineNanos) {
      this.deadlineNanos = deadlineNanos;
    }

    /**
     * Waits until it is time for another one, the last one being at the deadline.
     *
     * @return false if there shall be none
     * @throws ImmediateRequeueAmqpException if the service stops: another server may answer
     */
    boolean awaitNext() {
      refuseWhenStopping();
      long left = deadlineNanos - System.nanoTime();
      if (left <= 0) {
        return false;
      }
      sleep(Duration.ofNanos(Math.min(left, pause.toNanos())));
      refuseWhenStopping();
      return true;
    }

    private void refuseWhenStopping() {
      if (stopping.getAsBoolean()) {
        throw new ImmediateRequeueAmqpException("the server stops and its reply cannot be sent");
      }
    }

    @SuppressWarnings("InterruptedExceptionSwallowed")
    private static void sleep(Duration time) {
      try {
        Thread.sleep(time.toMillis(), time.toNanosPart() % 1_000_000);
      } catch (InterruptedException e) {
        // The flag stays cleared: a nack cannot be written by an interrupted thread.
        throw new ImmediateRequeueAmqpException("the server stops and does not wait", e);
      }
    }
  }
}
