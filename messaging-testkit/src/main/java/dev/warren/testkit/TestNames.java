package dev.warren.testkit;

import java.lang.reflect.Method;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Names that are recognised in the broker's user interface. */
final class TestNames {

  private static final int LONGEST = 100;

  private TestNames() {}

  /** {@code WorkQueueIT.sharesTasksFairly}, or the class alone outside a method. */
  static String of(ExtensionContext context) {
    String method = context.getTestMethod().map(Method::getName).map(name -> "." + name).orElse("");
    return of(context.getRequiredTestClass()) + method(method);
  }

  /** The class with the classes around it: {@code WorkQueueIT.WhenBrokerStops}. */
  static String of(Class<?> testClass) {
    Class<?> enclosing = testClass.getEnclosingClass();
    String outer = enclosing == null ? "" : of(enclosing) + ".";
    return outer + testClass.getSimpleName();
  }

  private static String method(String name) {
    return name.length() <= LONGEST ? name : name.substring(0, LONGEST);
  }
}
