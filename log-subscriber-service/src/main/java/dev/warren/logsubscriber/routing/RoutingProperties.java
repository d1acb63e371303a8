package dev.warren.logsubscriber.routing;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the two receivers of this pattern want.
 *
 * @param direct severities; none leaves their queues unbound. Default is info, warning, error.
 */
@ConfigurationProperties("warren.subscriptions")
record RoutingProperties(@DefaultValue({"info", "warning", "error"}) List<String> direct) {

  RoutingProperties {
    direct = List.copyOf(direct);
  }
}
