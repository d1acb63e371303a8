package dev.warren.security;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A key that callers may have: a line such as {@code nightly-import tasks:read,tasks:write
 * 9f86d0…}.
 *
 * @param name of whoever has it, for people and for the rate limit; two keys may share it while one
 *     takes the other's place
 * @param scopes what it is good for
 * @param sha256 its hash, in hexadecimal
 */
record ApiKey(String name, Set<Scope> scopes, String sha256) {

  private static final Pattern LINE =
      Pattern.compile("([\\w.-]{1,64})\\s+([\\w:,]+)\\s+([0-9a-f]{64})");

  /**
   * Reads a line.
   *
   * @throws SecurityNotConfiguredException if it is none, or names a scope that there is not
   */
  static ApiKey parse(int number, String line) {
    Matcher parts = LINE.matcher(line.strip());
    if (!parts.matches()) {
      throw new SecurityNotConfiguredException(
          "Line %d of warren.security.api-keys is no name, scopes and SHA-256 in hexadecimal."
              .formatted(number));
    }
    Set<Scope> scopes = new LinkedHashSet<>();
    Arrays.stream(parts.group(2).split(",")).forEach(text -> scopes.add(scope(number, text)));
    return new ApiKey(parts.group(1), scopes, parts.group(3));
  }

  private static Scope scope(int number, String text) {
    return Scope.parse(text)
        .orElseThrow(
            () ->
                new SecurityNotConfiguredException(
                    "Line %d of warren.security.api-keys has a scope that there is not: %s"
                        .formatted(number, text)));
  }
}
