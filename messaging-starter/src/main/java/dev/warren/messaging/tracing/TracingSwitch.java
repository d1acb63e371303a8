package dev.warren.messaging.tracing;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.AutoConfigurationImportFilter;
import org.springframework.boot.autoconfigure.AutoConfigurationMetadata;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.env.Environment;
import org.springframework.core.env.StandardEnvironment;

/**
 * Leaves out all that Boot would configure of OpenTelemetry unless {@code warren.tracing.enabled}
 * (default false). Boot's own switches keep a tracer at work, only without an export; without one,
 * no request and no message has any of its costs.
 */
final class TracingSwitch implements AutoConfigurationImportFilter, EnvironmentAware {

  private static final List<String> PACKAGES =
      List.of(
          "org.springframework.boot.micrometer.tracing.",
          "org.springframework.boot.opentelemetry.");

  private Environment environment = new StandardEnvironment();

  @Override
  public void setEnvironment(Environment environment) {
    this.environment = environment;
  }

  @Override
  public boolean[] match(@Nullable String[] configurations, AutoConfigurationMetadata metadata) {
    boolean on = environment.getProperty("warren.tracing.enabled", Boolean.class, false);
    boolean[] matches = new boolean[configurations.length];
    for (int i = 0; i < matches.length; i++) {
      String name = configurations[i];
      matches[i] = on || name == null || PACKAGES.stream().noneMatch(name::startsWith);
    }
    return matches;
  }
}
