package dev.warren.messaging.web.sse;

import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;

/** Runs an action when an exchange is over, for whatever reason. */
record WhenOver(Runnable action) implements AsyncListener {

  @Override
  public void onComplete(AsyncEvent event) {
    action.run();
  }

  @Override
  public void onTimeout(AsyncEvent event) {
    event.getAsyncContext().complete();
  }

  /** Completes the exchange, or the container would look for an error page. */
  @Override
  public void onError(AsyncEvent event) {
    event.getAsyncContext().complete();
  }

  @Override
  public void onStartAsync(AsyncEvent event) {
    // no other exchange begins on this request
  }
}
