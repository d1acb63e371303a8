package dev.warren.systemtests.suite;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ClassTemplateInvocationContext;
import org.junit.jupiter.api.extension.ClassTemplateInvocationContextProvider;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Runs a test class once per available {@link Mode} that it is about. */
final class EveryMode implements ClassTemplateInvocationContextProvider {

  @Override
  public boolean supportsClassTemplate(ExtensionContext context) {
    return true;
  }

  @Override
  public Stream<ClassTemplateInvocationContext> provideClassTemplateInvocationContexts(
      ExtensionContext context) {
    List<Mode> asked =
        List.of(context.getRequiredTestClass().getAnnotation(SystemTest.class).value());
    return Suites.of(context).modes().stream().filter(asked::contains).map(Invocation::new);
  }

  @Override
  public boolean mayReturnZeroClassTemplateInvocationContexts(ExtensionContext context) {
    return true;
  }

  private record Invocation(Mode mode) implements ClassTemplateInvocationContext {

    @Override
    public String getDisplayName(int index) {
      return mode.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public List<Extension> getAdditionalExtensions() {
      return List.of(new SuiteParameter(mode));
    }
  }
}
