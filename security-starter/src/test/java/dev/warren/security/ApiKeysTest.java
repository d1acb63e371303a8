package dev.warren.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.oauth2.core.OAuth2AuthenticatedPrincipal;
import org.springframework.security.oauth2.server.resource.introspection.BadOpaqueTokenException;

class ApiKeysTest {

  /** {@code printf %s abc | sha256sum}. */
  private static final String HASH_OF_ABC =
      "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

  private static final String HASH_OF_EMPTY =
      "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

  @Test
  void aKeyIsKnownByItsHashWithItsNameAndScopes() {
    ApiKeys keys =
        ApiKeys.parse(
            "# the old one goes in May\n\nimport tasks:read "
                + HASH_OF_EMPTY
                + "\nimport tasks:read,admin  "
                + HASH_OF_ABC
                + "\n");

    OAuth2AuthenticatedPrincipal caller = keys.introspect("abc");

    assertThat(caller.getName()).isEqualTo("import");
    assertThat(caller.getAuthorities())
        .extracting(GrantedAuthority::getAuthority)
        .containsExactly("SCOPE_tasks:read", "SCOPE_admin");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ABC", "abc ", "ab", HASH_OF_ABC})
  void anyOtherKeyIsNot(String key) {
    ApiKeys keys = ApiKeys.parse("import tasks:read " + HASH_OF_ABC);

    assertThatThrownBy(() -> keys.introspect(key)).isInstanceOf(BadOpaqueTokenException.class);
  }

  @Test
  void aKeyLongerThanAnyIsNotEvenHashed() {
    ApiKeys keys = ApiKeys.parse("import tasks:read " + HASH_OF_ABC);

    assertThatThrownBy(() -> keys.introspect("a".repeat(1_000_000)))
        .isInstanceOf(BadOpaqueTokenException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "import tasks:read",
        "import tasks:read abc",
        "import " + HASH_OF_ABC,
        "import tasks:read tasks:write " + HASH_OF_ABC,
        "import tasks:read,tasks:raed " + HASH_OF_ABC,
        "import tasks:read, " + HASH_OF_ABC + " more",
        "",
        "# none"
      })
  void aFileThatIsNoListOfKeysIsRefusedWithoutBeingShown(String text) {
    assertThatThrownBy(() -> ApiKeys.parse(text))
        .isInstanceOf(SecurityNotConfiguredException.class)
        .hasMessageContaining("warren.security.api-keys")
        .hasMessageNotContaining(HASH_OF_ABC);
  }
}
