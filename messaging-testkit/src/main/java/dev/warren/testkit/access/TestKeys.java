package dev.warren.testkit.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/** An API key for each scope, which is good for that and nothing else, and one for all. */
public final class TestKeys {

  static final List<String> SCOPES =
      List.of("tasks:read", "tasks:write", "logs:read", "logs:write", "rpc:call", "admin");

  /** The key that has every scope. */
  public static final String OF_ALL = "a-key-of-tests-for-everything";

  private TestKeys() {}

  /** Has a service ask its callers for these keys. */
  static void guard(ConfigurableEnvironment settings) {
    Map<String, Object> keys =
        Map.of("warren.security.mode", "api-keys", "warren.security.api-keys", lines());
    settings.getPropertySources().addFirst(new MapPropertySource("keys of tests", keys));
  }

  /** The key that has this scope. */
  public static String of(String scope) {
    return "a-key-of-tests-for-" + scope.replace(':', '-');
  }

  private static String lines() {
    String all = "test " + String.join(",", SCOPES) + " " + sha256(OF_ALL);
    return SCOPES.stream()
        .map(scope -> "test " + scope + " " + sha256(of(scope)))
        .collect(Collectors.joining("\n", "", "\n" + all));
  }

  private static String sha256(String key) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(key.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has it", e);
    }
  }
}
