package dev.warren.systemtests.suite;

import java.util.HashMap;
import java.util.Map;

/** A suite of a test's own, which starts it, or sees it fail to start. */
public final class OwnSuite implements AutoCloseable {

  private final Mode mode;
  private final Map<String, String> environment;
  private final Launcher launcher;

  private OwnSuite(Mode mode, Map<String, String> environment) {
    this.mode = mode;
    this.environment = environment;
    this.launcher = new Launcher(environment);
  }

  /** One that shares nothing with those of other purposes. */
  public static OwnSuite of(Mode mode, String purpose) {
    return new OwnSuite(mode, SuiteEnvironment.of(mode, purpose));
  }

  /** Runs {@code ./warren up} with further settings. */
  public Execution up(Map<String, String> settings) {
    Map<String, String> all = new HashMap<>(environment);
    all.putAll(settings);
    return new Launcher(all).run(Launcher.START_LIMIT, "up", mode.option());
  }

  /** Runs {@code ./warren down}, which keeps the data. */
  public Execution down() {
    return launcher.run(Launcher.COMMAND_LIMIT, "down");
  }

  /** What runs of it now. */
  public RunningSuite running() {
    return new RunningSuite(mode, launcher);
  }

  @Override
  public void close() {
    running().close();
  }
}
