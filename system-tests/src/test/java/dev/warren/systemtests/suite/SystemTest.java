package dev.warren.systemtests.suite;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.ClassTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test class that runs once against each way in which this machine can run the suite. Its
 * constructor or its methods may take the {@link RunningSuite}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ClassTemplate
@ExtendWith(EveryMode.class)
public @interface SystemTest {

  /**
   * The ways that it is about; all of them by default. One that this machine has not is left out.
   */
  Mode[] value() default {Mode.LOCAL, Mode.DOCKER};
}
