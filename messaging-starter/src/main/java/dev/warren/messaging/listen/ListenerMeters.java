package dev.warren.messaging.listen;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.amqp.rabbit.listener.AbstractMessageListenerContainer;

/**
 * The meters of all listeners, by name: what stands before a {@code #} in a listener's id. Ids that
 * are made at run time have one, so that they add no series.
 *
 * <p>Spring's own timer of listeners is switched off. It is tagged with the queue, of which a
 * server-named one is a new name at each start, and an observation of each message would cost a
 * tenth of the throughput.
 */
final class ListenerMeters {

  private final MeterRegistry registry;
  private final Clock clock;
  private final Map<String, ListenerMeter> meters = new ConcurrentHashMap<>();

  ListenerMeters(MeterRegistry registry, Clock clock) {
    this.registry = registry;
    this.clock = clock;
  }

  void watch(AbstractMessageListenerContainer container) {
    String id = container.getListenerId();
    container.setMicrometerEnabled(false);
    container.setAdviceChain(
        meters.computeIfAbsent(
            id.split("#", 2)[0], name -> new ListenerMeter(registry, name, clock)));
  }
}
