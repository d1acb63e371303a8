package dev.warren.systemtests.suite;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ClassTemplateInvocationContext;
import org.junit.jupiter.api.extension.ClassTemplateInvocationContextProvider;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Runs a test class once per available {@link Mode}. */
final class EveryMode implements ClassTemplateInvocationContextProvider {

  @Override
  public boolean supportsClassTemplate(ExtensionContext context) {
    return true;
  }

  @Override
  public Stream<ClassTemplateInvocationContext> provideClassTemplateInvocationContexts(
      ExtensionContext context) {
    return Suites.of(context).modes().stream().map(Invocation::new);
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
