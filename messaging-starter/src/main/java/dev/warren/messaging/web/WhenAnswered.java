package dev.warren.messaging.web;

import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;

/** Runs an action once an exchange is over, however it ends; who ends it is left to others. */
record WhenAnswered(Runnable action) implements AsyncListener {

  @Override
  public void onComplete(AsyncEvent event) {
    action.run();
  }

  @Override
  public void onTimeout(AsyncEvent event) {
    // Spring MVC answers, which completes the exchange
  }

  @Override
  public void onError(AsyncEvent event) {
    // as above
  }

  @Override
  public void onStartAsync(AsyncEvent event) {
    event.getAsyncContext().addListener(this); // a further round of the same exchange
  }
}
