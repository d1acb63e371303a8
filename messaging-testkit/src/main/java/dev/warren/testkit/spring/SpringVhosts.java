package dev.warren.testkit.spring;

import dev.warren.testkit.TestVhost;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/** Finds the virtual host of the running test's application context. */
public final class SpringVhosts {

  private static final String SPRING_EXTENSION =
      "org.springframework.test.context.junit.jupiter.SpringExtension";

  private SpringVhosts() {}

  /** The virtual host of the test's application context; empty for a test without Spring. */
  public static Optional<TestVhost> of(ExtensionContext context) {
    return isSpringTest(context.getRequiredTestClass())
        ? Optional.of(ContextVhost.of(context))
        : Optional.empty();
  }

  private static boolean isSpringTest(Class<?> testClass) {
    boolean extended =
        AnnotationSupport.findRepeatableAnnotations(testClass, ExtendWith.class).stream()
            .flatMap(annotation -> Arrays.stream(annotation.value()))
            .anyMatch(extension -> extension.getName().equals(SPRING_EXTENSION));
    Class<?> enclosing = testClass.getEnclosingClass();
    return extended || (enclosing != null && isSpringTest(enclosing));
  }
}
