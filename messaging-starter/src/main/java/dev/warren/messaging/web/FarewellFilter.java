package dev.warren.messaging.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Asks clients to let go of their connections before the web server closes them at its end. What a
 * client sends on one at the very moment in which it is closed has no answer, and the client cannot
 * tell whether it was done. So for a while each answer is the last one of its connection.
 *
 * <p>A server that nobody has asked for as long as that has nobody to tell, and does not wait.
 */
final class FarewellFilter extends OncePerRequestFilter implements SmartLifecycle, Ordered {

  private final long nanos;
  private volatile long lastAsked;
  private volatile boolean running;
  private volatile boolean leaving;

  /**
   * For a time.
   *
   * @param time from the first answer that asks for it until the server closes connections
   */
  FarewellFilter(Duration time) {
    this.nanos = time.toNanos();
    this.lastAsked = System.nanoTime() - nanos;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    lastAsked = System.nanoTime();
    if (leaving) {
      response.setHeader(HttpHeaders.CONNECTION, "close");
    }
    chain.doFilter(request, response);
  }

  @Override
  public void start() {
    leaving = false;
    running = true;
  }

  @Override
  public void stop() {
    leaving = true;
    running = false;
  }

  @Override
  public void stop(Runnable callback) {
    stop();
    if (System.nanoTime() - lastAsked < nanos) {
      CompletableFuture.delayedExecutor(nanos, TimeUnit.NANOSECONDS).execute(callback);
    } else {
      callback.run();
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /** Just before the web server takes no more requests. */
  @Override
  public int getPhase() {
    return WebServerApplicationContext.GRACEFUL_SHUTDOWN_PHASE + 1;
  }

  /** Also with what other filters refuse. */
  @Override
  public int getOrder() {
    return HIGHEST_PRECEDENCE;
  }
}
