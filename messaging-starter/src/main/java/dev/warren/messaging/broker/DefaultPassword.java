package dev.warren.messaging.broker;

import java.util.Objects;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.amqp.autoconfigure.RabbitConnectionDetails;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.Environment;

/**
 * The password that {@code warren-defaults.yaml} has for who gives none: {@code guest}'s. A folder
 * of secrets that lacks the file leaves a service with it, and nothing else would tell.
 */
final class DefaultPassword {

  private static final String VARIABLE = "WARREN_RABBITMQ_PASSWORD";
  private static final ConfigurationPropertyName PROPERTY =
      ConfigurationPropertyName.of("spring.rabbitmq.password");

  private DefaultPassword() {}

  /** Whether it is what the broker is shown. */
  static boolean isShown(RabbitConnectionDetails details, Environment environment) {
    return !environment.containsProperty(VARIABLE)
        && isLeftToTheVariable(environment)
        && isOfTheProperty(details.getPassword(), environment);
  }

  /** The first that has the property is the defaults' file, and nobody's who overrides it. */
  private static boolean isLeftToTheVariable(Environment environment) {
    return StreamSupport.stream(ConfigurationPropertySources.get(environment).spliterator(), false)
        .map(source -> source.getConfigurationProperty(PROPERTY))
        .filter(Objects::nonNull)
        .findFirst()
        .map(ConfigurationProperty::getValue)
        .filter(written -> written.toString().startsWith("${" + VARIABLE))
        .isPresent();
  }

  /** {@code spring.rabbitmq.addresses} may have one of its own. */
  private static boolean isOfTheProperty(@Nullable String shown, Environment environment) {
    return Objects.equals(shown, environment.getProperty(PROPERTY.toString()));
  }
}
