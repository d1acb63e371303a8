package dev.warren.messaging.listen;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.aopalliance.intercept.MethodInterceptor;

/**
 * The meters of all listeners, by name.
 *
 * <p>Spring's own timer of listeners is switched off. It is tagged with the queue, of which a
 * server-named one is a new name at each start, and an observation of each message would cost a
 * tenth of the throughput.
 */
final class ListenerMeters implements ListenerAdvice {

  private final MeterRegistry registry;
  private final Clock clock;
  private final Map<String, ListenerMeter> meters = new ConcurrentHashMap<>();

  ListenerMeters(MeterRegistry registry, Clock clock) {
    this.registry = registry;
    this.clock = clock;
  }

  @Override
  public MethodInterceptor around(String listener) {
    return meters.computeIfAbsent(listener, name -> new ListenerMeter(registry, name, clock));
  }
}
