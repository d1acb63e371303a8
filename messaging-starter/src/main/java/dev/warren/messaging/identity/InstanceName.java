package dev.warren.messaging.identity;

import java.net.InetAddress;
import java.net.UnknownHostException;

/**
 * The name by which a replica is known: on its consumers, in replies and in task events.
 *
 * @param value at most {@value #MAX_LENGTH} letters, digits, dots, dashes and underscores
 */
public record InstanceName(String value) {

  private static final int MAX_LENGTH = 100;

  public InstanceName {
    if (!value.matches("[A-Za-z0-9._-]{1," + MAX_LENGTH + "}")) {
      throw new IllegalArgumentException(
          "a name has 1 to %d letters, digits, dots, dashes and underscores, not '%s'"
              .formatted(MAX_LENGTH, value));
    }
  }

  /** The configured name or, if that is blank, {@code <host>-<process id>}. */
  public static InstanceName orDefault(String configured) {
    return configured.isBlank()
        ? new InstanceName(host() + "-" + ProcessHandle.current().pid())
        : new InstanceName(configured);
  }

  private static String host() {
    try {
      String name = InetAddress.getLocalHost().getHostName().replaceAll("[^A-Za-z0-9._-]", "_");
      return name.substring(0, Math.min(name.length(), MAX_LENGTH / 2));
    } catch (UnknownHostException e) {
      return "localhost";
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
