package dev.warren.messaging.aot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.aot.generate.ClassNameGenerator;
import org.springframework.aot.generate.DefaultGenerationContext;
import org.springframework.aot.generate.GeneratedFiles.Kind;
import org.springframework.aot.generate.InMemoryGeneratedFiles;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.aot.ApplicationContextAotGenerator;
import org.springframework.core.env.Environment;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.javapoet.ClassName;
import org.springframework.mock.env.MockEnvironment;

class DecisionRecorderTest {

  private static final String PROCESSING = "spring.aot.processing";

  private final MockEnvironment environment =
      new MockEnvironment()
          .withProperty("bell.rings", "${BELL_RINGS:true}")
          .withProperty("bellTone", "größer")
          .withProperty("nothing.decides", "x");

  @BeforeEach
  void generate() {
    System.setProperty(PROCESSING, "true");
    ConfigurationPropertySources.attach(environment);
  }

  @AfterEach
  void generateNoMore() {
    System.clearProperty(PROCESSING);
  }

  @Test
  void findsWhatTheConditionsOfAContextAskFor() throws IOException {
    Decisions decisions = decisionsOf(new AnnotationConfigApplicationContext());

    assertThat(decisions.settings())
        .containsEntry("bell.rings", "true")
        .containsEntry("bellTone", "größer")
        .containsEntry("whistle.blows", null)
        .doesNotContainKeys(
            "nothing.decides", "BELL_RINGS", "spring.datasource.url", "logging.depth");
  }

  @Test
  void aSettingThatWasAbsentDecidesToo() throws IOException {
    Decisions decisions = decisionsOf(new AnnotationConfigApplicationContext());

    environment.setProperty("whistle.blows", "true");

    assertThat(decisions.changedIn(environment)).containsExactly("whistle.blows");
  }

  @Test
  void someDecideWithoutBeingAskedFor() throws IOException {
    Decisions decisions = decisionsOf(new AnnotationConfigApplicationContext());

    assertThat(decisions.settings())
        .containsKeys(
            "java.specification.version", "spring.main.cloud-platform", "warren.generated-context");
  }

  @Test
  void doesNothingWhenAServiceStarts() {
    System.clearProperty(PROCESSING);
    AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    context.setEnvironment(environment);

    new DecisionRecorder().initialize(context);

    assertThat(environment.getPropertySources()).noneMatch(AskedSettings.class::isInstance);
    assertThat(context.getBeanFactory().getSingletonNames())
        .noneMatch(name -> name.contains("decision"));
  }

  private Decisions decisionsOf(AnnotationConfigApplicationContext context) throws IOException {
    InMemoryGeneratedFiles files = new InMemoryGeneratedFiles();
    context.setEnvironment(environment);
    context.register(Bells.class);
    new DecisionRecorder().initialize(context);
    new ApplicationContextAotGenerator()
        .processAheadOfTime(
            context,
            new DefaultGenerationContext(
                new ClassNameGenerator(ClassName.get(DecisionRecorderTest.class)), files));
    String decisions = files.getGeneratedFileContent(Kind.RESOURCE, Decisions.RESOURCE);
    assertThat(decisions).isNotNull();
    return Decisions.read(new ByteArrayResource(decisions.getBytes(StandardCharsets.UTF_8)));
  }

  @Configuration(proxyBeanMethods = false)
  static class Bells {

    @Bean
    @ConditionalOnBooleanProperty("bell.rings")
    String bell(Environment environment) {
      return environment.getRequiredProperty("nothing.decides");
    }

    @Bean
    @ConditionalOnExpression("'${whistle.blows:}' == '' and '${bellTone}' != ''")
    Integer whistles() {
      return 1;
    }

    @Bean
    @ConditionalOnExpression("'${spring.datasource.url:}${logging.depth:}' == ''")
    Long databases() {
      return 0L;
    }
  }
}
