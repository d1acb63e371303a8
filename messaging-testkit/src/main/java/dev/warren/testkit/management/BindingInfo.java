package dev.warren.testkit.management;

import java.util.Map;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/** A binding from an exchange to a queue or to another exchange. */
@JsonNaming(SnakeCaseStrategy.class)
public record BindingInfo(
    String source,
    String destination,
    String destinationType,
    String routingKey,
    Map<String, Object> arguments) {

  public BindingInfo {
    arguments = arguments == null ? Map.of() : Map.copyOf(arguments);
  }
}
