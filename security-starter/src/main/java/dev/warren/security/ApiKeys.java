package dev.warren.security;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.core.DefaultOAuth2AuthenticatedPrincipal;
import org.springframework.security.oauth2.core.OAuth2AuthenticatedPrincipal;
import org.springframework.security.oauth2.server.resource.introspection.BadOpaqueTokenException;
import org.springframework.security.oauth2.server.resource.introspection.OpaqueTokenIntrospector;

/**
 * The keys that are good here, of which only hashes are known.
 *
 * <p>A plain SHA-256 is enough, because a key is 256 random bits and no password: there is no list
 * of likely keys to try, which is what salts and slow hashes are for, and a slow hash would be paid
 * with every request. Every hash is compared to its end, so that how long it takes tells nothing.
 */
record ApiKeys(List<ApiKey> all) implements OpaqueTokenIntrospector {

  /** Nobody has a longer one, so nobody has a longer one hashed. */
  private static final int MAX_LENGTH = 256;

  /**
   * Reads a key from each line that is not empty and does not begin with {@code #}.
   *
   * @throws SecurityNotConfiguredException if there is none, or one that cannot be read
   */
  static ApiKeys parse(String text) {
    List<String> lines = text.lines().toList();
    List<ApiKey> keys = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (!line.isBlank() && !line.startsWith("#")) {
        keys.add(ApiKey.parse(i + 1, line));
      }
    }
    if (keys.isEmpty()) {
      throw new SecurityNotConfiguredException(
          "Callers are to have keys (api-keys), and warren.security.api-keys has none.");
    }
    return new ApiKeys(List.copyOf(keys));
  }

  @Override
  public OAuth2AuthenticatedPrincipal introspect(String token) {
    ApiKey key =
        token.length() > MAX_LENGTH
            ? null
            : find(sha256(token).getBytes(StandardCharsets.US_ASCII));
    if (key == null) {
      throw new BadOpaqueTokenException("no such key");
    }
    Collection<GrantedAuthority> scopes = new ArrayList<>();
    key.scopes().forEach(scope -> scopes.add(new SimpleGrantedAuthority(scope.authority())));
    return new DefaultOAuth2AuthenticatedPrincipal(key.name(), Map.of("sub", key.name()), scopes);
  }

  private @Nullable ApiKey find(byte[] hash) {
    ApiKey found = null;
    for (ApiKey key : all) {
      if (MessageDigest.isEqual(key.sha256().getBytes(StandardCharsets.US_ASCII), hash)) {
        found = key;
      }
    }
    return found;
  }

  private static String sha256(String token) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(token.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has it", e);
    }
  }
}
