package dev.warren.testkit.spring;

import dev.warren.testkit.TestVhost;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.MergedContextConfiguration;
import org.springframework.test.context.support.TestPropertySourceUtils;

/**
 * Points a new application context at a virtual host of its own and registers that as a bean. Equal
 * for one test class and its nested ones, so contexts are shared within it and never beyond.
 */
record BrokerContextCustomizer(Class<?> testClass) implements ContextCustomizer {

  @Override
  public void customizeContext(
      ConfigurableApplicationContext context, MergedContextConfiguration configuration) {
    TestVhost vhost = TestVhost.create(testClass.getSimpleName());
    TestPropertySourceUtils.addInlinedPropertiesToEnvironment(
        context, vhost.springSettings().toArray(String[]::new));
    register(vhost, (DefaultListableBeanFactory) context.getBeanFactory());
    vhost.broker().beforeStop(context::close);
  }

  /**
   * As the first of the context's singletons it is destroyed last, when nothing uses it any more.
   */
  private static void register(TestVhost vhost, DefaultListableBeanFactory beans) {
    beans.registerSingleton("testVhost", vhost);
    beans.registerDisposableBean("testVhost", vhost::close);
  }
}
