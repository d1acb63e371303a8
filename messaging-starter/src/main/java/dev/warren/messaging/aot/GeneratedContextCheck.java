package dev.warren.messaging.aot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.commons.logging.Log;
import org.springframework.aot.AotDetector;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.logging.DeferredLogFactory;
import org.springframework.core.SpringProperties;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.io.ClassPathResource;

/**
 * Where the JVM has {@code -Dspring.aot.enabled=true}, as in our images: lets the service start
 * with the context that was generated with the jar if the settings that decide about beans are
 * those it was generated for, and else has it build its context as always, which takes longer. So
 * no setting is without effect. Without an order, it comes after what reads the settings.
 */
final class GeneratedContextCheck implements EnvironmentPostProcessor {

  private final Log log;

  GeneratedContextCheck(DeferredLogFactory logs) {
    log = logs.getLog(GeneratedContextCheck.class);
  }

  @Override
  public void postProcessEnvironment(
      ConfigurableEnvironment environment, SpringApplication application) {
    if (AotDetector.useGeneratedArtifacts()) {
      List<String> obstacles =
          obstacles(
              environment, new ClassPathResource(Decisions.RESOURCE, application.getClassLoader()));
      if (!obstacles.isEmpty()) {
        SpringProperties.setProperty(AotDetector.AOT_ENABLED, "false");
        log.info(
            "Not with the generated context, which is for other settings: "
                + String.join(", ", obstacles));
      }
    }
  }

  private static List<String> obstacles(
      ConfigurableEnvironment environment, ClassPathResource decisions) {
    if (!decisions.exists()) {
      return List.of("this jar has none");
    }
    try {
      return Decisions.read(decisions).changedIn(environment);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
