package dev.warren.messaging.aot;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.aot.BeanFactoryInitializationAotContribution;
import org.springframework.beans.factory.aot.BeanFactoryInitializationAotProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.aot.AbstractAotProcessor;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * While a context is generated, records which settings its conditions ask for, and puts them into
 * the jar: {@link Decisions#RESOURCE}. It does nothing when a service starts.
 */
final class DecisionRecorder
    implements ApplicationContextInitializer<ConfigurableApplicationContext> {

  /**
   * What decides and is asked for past the environment, before it is listened to, or by nobody
   * until the start: the JVM, what Boot binds to the application itself, and the switch. With
   * {@code debug} Boot tells which conditions held, and has none where a context was generated.
   */
  private static final List<String> ALWAYS =
      List.of(
          "java.specification.version",
          "spring.main.cloud-platform",
          "spring.main.lazy-initialization",
          "spring.main.sources",
          "spring.main.sources[0]",
          "spring.main.web-application-type",
          "debug",
          "warren.generated-context");

  private static final String WRITER = "decisionWriter";

  @Override
  public void initialize(ConfigurableApplicationContext context) {
    if (Boolean.getBoolean(AbstractAotProcessor.AOT_PROCESSING)) {
      AskedSettings asked = new AskedSettings();
      ALWAYS.forEach(asked::getProperty);
      context.getEnvironment().getPropertySources().addFirst(asked);
      // a bean, not one of aot.factories: these come first, and all that is asked has been asked
      // then
      context
          .getBeanFactory()
          .registerSingleton(WRITER, new Writer(context.getEnvironment(), asked));
    }
  }

  private record Writer(ConfigurableEnvironment environment, AskedSettings asked)
      implements BeanFactoryInitializationAotProcessor {

    /** The context of a management port comes here too, as a child of the service's. */
    @Override
    public @Nullable BeanFactoryInitializationAotContribution processAheadOfTime(
        ConfigurableListableBeanFactory beans) {
      if (!beans.containsLocalBean(WRITER)) {
        return null;
      }
      return (generation, initialization) ->
          generation
              .getGeneratedFiles()
              .addResourceFile(
                  Decisions.RESOURCE,
                  text -> text.append(Decisions.in(environment, asked.getSource()).text()));
    }
  }
}
