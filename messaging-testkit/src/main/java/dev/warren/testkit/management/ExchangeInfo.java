package dev.warren.testkit.management;

import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/** An exchange as the management API shows it. */
@JsonNaming(SnakeCaseStrategy.class)
public record ExchangeInfo(
    String name, String type, boolean durable, boolean autoDelete, boolean internal) {}
