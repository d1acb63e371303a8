package dev.warren.messaging.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Utf8Test {

  @ParameterizedTest
  @ValueSource(strings = {"", "Hello World!", "Grüße \uD83D\uDC07", "a\u0000b"})
  void decodesUtf8(String text) {
    assertThat(Utf8.decode(text.getBytes(StandardCharsets.UTF_8))).contains(text);
  }

  @Test
  void decodesNothingElse() {
    assertThat(Utf8.decode("Grüße".getBytes(StandardCharsets.ISO_8859_1))).isEmpty();
    assertThat(Utf8.decode(new byte[] {(byte) 0xC0, (byte) 0x80})).isEmpty();
    assertThat(Utf8.decode(new byte[] {(byte) 0xED, (byte) 0xA0, (byte) 0x80})).isEmpty();
    assertThat(Utf8.decode(new byte[] {'a', (byte) 0xE2, (byte) 0x82})).isEmpty();
  }
}
