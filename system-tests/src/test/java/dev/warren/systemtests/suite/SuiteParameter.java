package dev.warren.systemtests.suite;

import org.junit.jupiter.api.extension.AfterClassTemplateInvocationCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Hands the running suite to a test class, and stops one that is not kept for the next. */
record SuiteParameter(Mode mode)
    implements ParameterResolver, AfterClassTemplateInvocationCallback {

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == RunningSuite.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return Suites.of(context).running(mode);
  }

  @Override
  public void afterClassTemplateInvocation(ExtensionContext context) {
    if (!mode.isKept()) {
      Suites.of(context).stop(mode);
    }
  }
}
