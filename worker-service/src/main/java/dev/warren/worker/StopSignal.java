package dev.warren.worker;

import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.stereotype.Component;

/**
 * Whether the service stops. It is known before the listeners are stopped, who wait for what is in
 * hand, so that what waits its turn there need not begin.
 */
@Component
public class StopSignal implements ApplicationListener<ContextClosedEvent> {

  private volatile boolean given;

  @Override
  public void onApplicationEvent(ContextClosedEvent event) {
    given = true;
  }

  public boolean isGiven() {
    return given;
  }
}
