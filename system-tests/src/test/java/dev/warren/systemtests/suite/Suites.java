package dev.warren.systemtests.suite;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/** The suites of this JVM: one per mode, started when first asked for, stopped at the end. */
final class Suites implements AutoCloseable {

  private static final Namespace NAMESPACE = Namespace.create(Suites.class);

  private final List<Mode> modes = Mode.available();
  private final Map<Mode, Place> places = new EnumMap<>(Mode.class);

  private Suites() {
    modes.forEach(mode -> places.put(mode, new Place(mode)));
  }

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
  RunningSuite running(Mode mode) {
    return place(mode).running();
  }

  /** Stops the suite in this mode; who asks for it again gets a new one. */
  void stop(Mode mode) {
    place(mode).clear();
  }

  private Place place(Mode mode) {
    return Objects.requireNonNull(places.get(mode), mode::toString);
  }

  @Override
  public void close() {
    places.values().forEach(Place::clear);
  }

  /** What runs in one mode. Another mode need not wait while it starts. */
  private static final class Place {

    private final Mode mode;
    private @Nullable Start start;

    Place(Mode mode) {
      this.mode = mode;
    }

    synchronized RunningSuite running() {
      Start known = start;
      if (known == null) {
        known = Start.of(mode);
        start = known;
      }
      return known.get();
    }

    synchronized void clear() {
      Start known = start;
      start = null;
      if (known != null) {
        known.close();
      }
    }
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
