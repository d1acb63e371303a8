package dev.warren.worker.support;

import dev.warren.worker.StopSignal;
import org.springframework.context.support.GenericApplicationContext;

/** Gives a stop signal as a service does that stops. */
public final class GivenStop {

  private GivenStop() {}

  public static void to(StopSignal signal) {
    GenericApplicationContext context = new GenericApplicationContext();
    context.addApplicationListener(signal);
    context.refresh();
    context.close();
  }
}
