package dev.warren.messaging.broker;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A broker's version, as far as features depend on it. */
public record BrokerVersion(int major, int minor) {

  private static final Pattern LEADING = Pattern.compile("(\\d{1,4})\\.(\\d{1,4})(\\D.*)?");

  /** Reads the first two numbers of a version like {@code 4.3.6}; empty if it has none. */
  public static Optional<BrokerVersion> parse(String version) {
    Matcher matcher = LEADING.matcher(version);
    return matcher.matches()
        ? Optional.of(
            new BrokerVersion(
                Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2))))
        : Optional.empty();
  }

  /** This version or a newer one. */
  public boolean atLeast(int otherMajor, int otherMinor) {
    return major > otherMajor || (major == otherMajor && minor >= otherMinor);
  }

  @Override
  public String toString() {
    return major + "." + minor;
  }
}
