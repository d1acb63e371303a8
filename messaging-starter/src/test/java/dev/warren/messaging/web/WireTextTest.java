package dev.warren.messaging.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WireTextTest {

  private static final String HARE = "\uD83D\uDC07";

  @Test
  void halfACharacterIsNotEncodable() {
    assertThat(WireText.isEncodable("a" + HARE + "b")).isTrue();
    assertThat(WireText.isEncodable("a" + HARE.charAt(0))).isFalse();
    assertThat(WireText.isEncodable(HARE.charAt(1) + "a")).isFalse();
    assertThat(WireText.isEncodable("" + HARE.charAt(0) + HARE)).isFalse();
  }

  @Test
  void lengthOfAKeyIsCountedInBytes() {
    assertThat(WireText.isShort("")).isTrue();
    assertThat(WireText.isShort("a".repeat(255))).isTrue();
    assertThat(WireText.isShort("a".repeat(256))).isFalse();
    assertThat(WireText.isShort(HARE.repeat(63) + "abc")).isTrue();
    assertThat(WireText.isShort(HARE.repeat(64))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\r\nb", "a\nb", "a\tb", "\u0000", "\u007F", "\u0085"})
  void controlCharactersAreNoPartOfAKey(String key) {
    assertThat(WireText.isShort(key)).isFalse();
  }
}
