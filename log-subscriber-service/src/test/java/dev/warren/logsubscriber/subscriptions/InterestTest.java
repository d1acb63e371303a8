package dev.warren.logsubscriber.subscriptions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.warren.messaging.web.ProblemException;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InterestTest {

  @Test
  void keepsEachKeyOnce() {
    assertThat(Interest.inKeys(List.of("a", "b", "a")).bindingKeys()).containsExactly("a", "b");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\nb", "a\u0000", "tab\t", "del\u007f", "half\ud800"})
  void refusesKeysThatCannotBeSentOrWouldForgeLogLines(String key) {
    assertRefused("bindingKeys", List.of("fine", key), Map.of());
  }

  @Test
  void countsAKeyInBytesOfUtf8() {
    assertThat(Interest.inKeys(List.of("x".repeat(255))).bindingKeys()).hasSize(1);
    assertRefused("bindingKeys", List.of("x".repeat(256)), Map.of());
    assertRefused("bindingKeys", List.of("é".repeat(128)), Map.of());
  }

  @Test
  void takesAHundredKeysAndNoMore() {
    List<String> keys = IntStream.range(0, 101).mapToObj(i -> "key" + i).toList();

    assertThat(Interest.inKeys(keys.subList(0, 100)).bindingKeys()).hasSize(100);
    assertRefused("bindingKeys", keys, Map.of());
  }

  @Test
  void comparesHeadersWithScalarsOnly() {
    Map<String, Object> fine = new HashMap<>(Map.of("s", "v", "n", 1, "d", 1.5, "b", true));
    fine.put("present", null);

    assertThat(new Interest(List.of(), fine, null).headers()).isEqualTo(fine);
    assertRefused("headers", List.of(), Map.of("nested", Map.of("a", 1)));
    assertRefused("headers", List.of(), Map.of("list", List.of(1)));
    assertRefused("headers", List.of(), Map.of("x-match", "all"));
    assertRefused("headers", List.of(), Collections.singletonMap("", null));
    assertRefused("headers", List.of(), Map.of("long", "x".repeat(256)));
  }

  /** The broker ends the connection, and with it every exclusive queue on it. */
  @ParameterizedTest
  @ValueSource(doubles = {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.NaN})
  void refusesNumbersThatTheBrokerCannotRead(double number) {
    assertRefused("headers.n", List.of(), Map.of("n", number));
    assertRefused("headers.n", List.of(), Map.of("n", (float) number));
  }

  private static void assertRefused(String field, List<String> keys, Map<String, Object> headers) {
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> new Interest(keys, headers, null))
        .satisfies(problem -> assertThat(problem.getStatusCode().value()).isEqualTo(400))
        .satisfies(problem -> assertThat(problem.getBody().getDetail()).startsWith(field));
  }
}
