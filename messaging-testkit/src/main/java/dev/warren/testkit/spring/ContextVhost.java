package dev.warren.testkit.spring;

import dev.warren.testkit.TestVhost;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/** Apart from {@link SpringVhosts}, which must load where Spring is absent. */
final class ContextVhost {

  private ContextVhost() {}

  static TestVhost of(ExtensionContext context) {
    return SpringExtension.getApplicationContext(context).getBean(TestVhost.class);
  }
}
