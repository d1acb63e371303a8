package dev.warren.messaging.settings;

import java.util.List;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.util.ClassUtils;
import org.springframework.util.StringUtils;

/**
 * Looks at the format of the logs before these begin: whoever starts them wraps a format that there
 * is not into an error of their own, which nobody analyzes. Without an order, it comes after what
 * reads the settings, and all of that before logging.
 *
 * @see <a
 *     href="https://docs.spring.io/spring-boot/reference/features/logging.html#features.logging.structured">Structured
 *     Logging</a>
 */
final class LogFormatCheck implements EnvironmentPostProcessor {

  private static final String FORMAT = "logging.structured.format.console";
  private static final List<String> KNOWN = List.of("ecs", "gelf", "logstash");

  /**
   * @throws WrongSettingException if the format is neither one of Boot's nor the name of a class
   */
  @Override
  public void postProcessEnvironment(
      ConfigurableEnvironment environment, SpringApplication application) {
    String format = environment.getProperty(FORMAT, "");
    if (StringUtils.hasLength(format)
        && KNOWN.stream().noneMatch(format::equalsIgnoreCase)
        && !ClassUtils.isPresent(format, application.getClassLoader())) {
      throw new WrongSettingException(
          FORMAT + " is '" + format + "', which is no format of logs.",
          "Set WARREN_LOG_FORMAT to ecs, logstash or gelf, or to nothing for text.");
    }
  }
}
