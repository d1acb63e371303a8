package dev.warren.messaging.aot;

import java.util.NavigableSet;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.PropertySource;

/** Has no setting, and remembers which it was asked for: as the first of all, each that is read. */
final class AskedSettings extends PropertySource<NavigableSet<String>> {

  /**
   * Boot gives the first two to each process. Whoever asks for the third wants to know whether
   * there is one, and there always is. Logs are set up before there are beans.
   */
  private static final Set<String> DECIDE_NOTHING =
      Set.of("spring.application.pid", "spring.application.version", "spring.datasource.url");

  private static final String LOGS = "logging.";

  /** Of a variable, from which our settings are made, or of a placeholder with its default. */
  private static final Pattern NO_SETTING = Pattern.compile("[A-Z0-9_]+|[^:]+:.*");

  AskedSettings() {
    super("askedSettings", new ConcurrentSkipListSet<>());
  }

  @Override
  public @Nullable Object getProperty(String name) {
    if (!NO_SETTING.matcher(name).matches()
        && !name.startsWith(LOGS)
        && !DECIDE_NOTHING.contains(name)) {
      source.add(name);
    }
    return null;
  }
}
