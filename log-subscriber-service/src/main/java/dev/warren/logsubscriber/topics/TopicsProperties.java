package dev.warren.logsubscriber.topics;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the two receivers of this pattern want.
 *
 * @param topic patterns of dotted words, {@code *} for one word and {@code #} for any number; none
 *     leaves their queues unbound. Default is {@code #}, so everything.
 */
@ConfigurationProperties("warren.subscriptions")
record TopicsProperties(@DefaultValue("#") List<String> topic) {

  TopicsProperties {
    topic = List.copyOf(topic);
  }
}
