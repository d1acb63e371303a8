package dev.warren.systemtests.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.warren.systemtests.sources.CompiledModules;

@AnalyzeClasses(locations = CompiledModules.class)
class SpringUseTest {

  private static final String CONFIGURATION =
      "org.springframework.context.annotation.Configuration";
  private static final String BEAN = "org.springframework.context.annotation.Bean";

  @ArchTest static final ArchRule noFieldIsInjected = NO_CLASSES_SHOULD_USE_FIELD_INJECTION;

  @ArchTest
  static final ArchRule servicesLogAndDoNotPrint = NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

  @ArchTest
  static final ArchRule configurationClassesAreNotProxied =
      classes()
          .that()
          .areAnnotatedWith(CONFIGURATION)
          .should()
          .beAnnotatedWith(configurationWithoutProxies())
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule beanMethodsArePackagePrivate =
      methods().that().areAnnotatedWith(BEAN).should().bePackagePrivate();

  private static DescribedPredicate<JavaAnnotation<?>> configurationWithoutProxies() {
    return DescribedPredicate.describe(
        "@Configuration(proxyBeanMethods = false)",
        annotation ->
            annotation.getRawType().getName().equals(CONFIGURATION)
                && annotation.get("proxyBeanMethods").filter(Boolean.FALSE::equals).isPresent());
  }
}
