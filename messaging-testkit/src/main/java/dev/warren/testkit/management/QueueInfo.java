package dev.warren.testkit.management;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * A queue as the management API shows it. Counts come from statistics that are some seconds old;
 * {@link dev.warren.testkit.assertions.QueueAssert} asks the queue itself.
 *
 * @param type classic, quorum or stream
 * @param policy the policy that applies, if one does
 * @param effectivePolicyDefinition what that policy sets
 */
@JsonNaming(SnakeCaseStrategy.class)
public record QueueInfo(
    String name,
    String type,
    boolean durable,
    boolean exclusive,
    boolean autoDelete,
    Map<String, Object> arguments,
    @Nullable String policy,
    Map<String, Object> effectivePolicyDefinition) {

  /** Jackson leaves null what the broker leaves out. */
  public QueueInfo {
    arguments = arguments == null ? Map.of() : Map.copyOf(arguments);
    effectivePolicyDefinition =
        effectivePolicyDefinition == null ? Map.of() : Map.copyOf(effectivePolicyDefinition);
  }

  /**
   * What shapes the queue under the given key: its argument {@code x-key}, or else its policy's.
   */
  public @Nullable Object setting(String key) {
    Object argument = arguments().get("x-" + key);
    return argument != null ? argument : effectivePolicyDefinition().get(key);
  }
}
