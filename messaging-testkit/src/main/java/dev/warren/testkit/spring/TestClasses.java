package dev.warren.testkit.spring;

import java.lang.reflect.Modifier;

/** Which classes are one test. */
final class TestClasses {

  private TestClasses() {}

  /** The class itself, or for a nested test (an inner class) the outermost around it. */
  static Class<?> outermost(Class<?> testClass) {
    Class<?> enclosing = testClass.getEnclosingClass();
    return enclosing == null || Modifier.isStatic(testClass.getModifiers())
        ? testClass
        : outermost(enclosing);
  }
}
