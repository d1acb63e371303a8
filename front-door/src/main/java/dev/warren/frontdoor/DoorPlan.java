package dev.warren.frontdoor;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a door is to be.
 *
 * @param port where it listens
 * @param service the name of the replicas in the network's DNS
 * @param servicePort where each of them listens
 */
record DoorPlan(int port, String service, int servicePort) {

  private static final Pattern SYNTAX = Pattern.compile("(\\d{1,5})=([A-Za-z0-9.-]+):(\\d{1,5})");

  /**
   * Reads {@code 8081=worker-service:8080}.
   *
   * @throws IllegalArgumentException if the text is something else
   */
  static DoorPlan parse(String text) {
    Matcher matcher = SYNTAX.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "'%s' is no door; one is written 8081=worker-service:8080".formatted(text));
    }
    return new DoorPlan(
        Integer.parseInt(matcher.group(1)), matcher.group(2), Integer.parseInt(matcher.group(3)));
  }
}
