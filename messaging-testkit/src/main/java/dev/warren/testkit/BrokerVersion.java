package dev.warren.testkit;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A broker's version, such as 4.3.6. What follows the third number ({@code -beta.1}, {@code +12})
 * is left out.
 */
public record BrokerVersion(int major, int minor, int patch) {

  private static final Pattern SYNTAX = Pattern.compile("(\\d+)\\.(\\d+)(?:\\.(\\d+))?.*");

  /**
   * Reads a version as the broker reports it.
   *
   * @throws IllegalArgumentException if the text does not begin with two numbers
   */
  public static BrokerVersion parse(String text) {
    Matcher matcher = SYNTAX.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("Not a RabbitMQ version: " + text);
    }
    String patch = matcher.group(3);
    return new BrokerVersion(
        Integer.parseInt(matcher.group(1)),
        Integer.parseInt(matcher.group(2)),
        patch == null ? 0 : Integer.parseInt(patch));
  }

  /** Whether this is the given version or a later one. */
  public boolean atLeast(int major, int minor) {
    return this.major > major || (this.major == major && this.minor >= minor);
  }

  @Override
  public String toString() {
    return major + "." + minor + "." + patch;
  }
}
