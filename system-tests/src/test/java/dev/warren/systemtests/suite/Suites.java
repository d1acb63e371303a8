package dev.warren.systemtests.suite;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/** The suites of this JVM: one per mode, started when first asked for, stopped at the end. */
final class Suites implements AutoCloseable {

  private static final Namespace NAMESPACE = Namespace.create(Suites.class);

  private final List<Mode> modes = Mode.available();
  private final Map<Mode, Start> starts = new EnumMap<>(Mode.class);

  static Suites of(ExtensionContext context) {
    return context
        .getRoot()
        .getStore(NAMESPACE)
        .computeIfAbsent(Suites.class, key -> new Suites(), Suites.class);
  }

  List<Mode> modes() {
    return modes;
  }

  /** The suite in this mode; a start that failed is not tried again. */
  synchronized RunningSuite running(Mode mode) {
    return starts.computeIfAbsent(mode, Start::of).get();
  }

  /** Stops the suite in this mode; who asks for it again gets a new one. */
  synchronized void stop(Mode mode) {
    Start start = starts.remove(mode);
    if (start != null) {
      start.close();
    }
  }

  @Override
  public synchronized void close() {
    starts.values().forEach(Start::close);
  }

  private record Start(@Nullable RunningSuite suite, @Nullable RuntimeException failure)
      implements Supplier<RunningSuite>, AutoCloseable {

    static Start of(Mode mode) {
      try {
        return new Start(RunningSuite.start(mode), null);
      } catch (RuntimeException e) {
        return new Start(null, e);
      }
    }

    @Override
    public RunningSuite get() {
      if (suite == null) {
        throw new IllegalStateException("the suite did not start", failure);
      }
      return suite;
    }

    @Override
    public void close() {
      if (suite != null) {
        suite.close();
      }
    }
  }
}
