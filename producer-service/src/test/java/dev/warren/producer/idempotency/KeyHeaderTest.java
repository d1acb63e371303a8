package dev.warren.producer.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.warren.messaging.web.ProblemException;
import dev.warren.messaging.web.ProblemType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;

class KeyHeaderTest {

  @Test
  void aKeyIsTheSameInQuotesAndBare() {
    assertThat(read("8e03978e-40d5-43dd-bc93-6894a57f9324"))
        .isEqualTo(read("\"8e03978e-40d5-43dd-bc93-6894a57f9324\""))
        .isEqualTo("8e03978e-40d5-43dd-bc93-6894a57f9324");
    assertThat(read(" a/b+c= ")).isEqualTo("a/b+c=");
  }

  @Test
  void inQuotesAnythingPrintableMayBeAKey() {
    assertThat(read("\"a, b; \\\"c\\\" \\\\ d\"")).isEqualTo("a, b; \"c\" \\ d");
  }

  @Test
  void aKeyHasAtMost255Characters() {
    assertThat(read("k".repeat(255))).hasSize(255);
    assertThat(read('"' + "\\\"".repeat(255) + '"')).hasSize(255);
    assertUnusable("k".repeat(256));
    assertUnusable('"' + "\\\"".repeat(256) + '"');
    assertUnusable('"' + "\\\"".repeat(100_000) + '"');
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "\"\"",
        "\"",
        "\"a",
        "a\"",
        "\"a\\\"",
        "\"a\\b\"",
        "\"a\";p=1",
        "a b",
        "a,b",
        "a;b",
        "\u00fc",
        "\"\u00fc\"",
        "\"a\tb\"",
        "a\u0000",
        "a\u007f",
        "\"a\" \"b\""
      })
  void whatIsNoKeyIsRefused(String value) {
    assertUnusable(value);
  }

  @Test
  void twoHeadersAreRefused() {
    MockHttpServletRequest request = request("a");
    request.addHeader("idempotency-key", "a");
    assertThatThrownBy(() -> KeyHeader.read(request)).isInstanceOf(ProblemException.class);
  }

  private static void assertUnusable(String value) {
    assertThatThrownBy(() -> read(value))
        .isInstanceOfSatisfying(
            ProblemException.class,
            problem -> assertThat(problem.problemType()).isEqualTo(ProblemType.INVALID_FIELD));
  }

  private static String read(String value) {
    return KeyHeader.read(request(value));
  }

  private static MockHttpServletRequest request(String value) {
    MockHttpServletRequest request = new MockHttpServletRequest();
    request.addHeader("Idempotency-Key", value);
    return request;
  }
}
