package dev.warren.messaging.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LogTextTest {

  @Test
  void leavesOrdinaryTextAlone() {
    assertThat(LogText.oneLine("Grüße, 你好 \uD83D\uDC07...")).isEqualTo("Grüße, 你好 \uD83D\uDC07...");
  }

  @Test
  void cannotBeMadeToForgeALogLine() {
    assertThat(LogText.oneLine("a\r\n12:00:00 INFO b\u0085c\u2028d"))
        .isEqualTo("a\\u000d\\u000a12:00:00 INFO b\\u0085c\\u2028d");
  }

  @Test
  void cannotBeMadeToControlTheTerminal() {
    assertThat(LogText.oneLine("\u001b[2J\u0000\u007f\u202e"))
        .isEqualTo("\\u001b[2J\\u0000\\u007f\\u202e");
  }

  @Test
  void shortensLongTextAndSaysSo() {
    String text = ".".repeat(500_000);

    assertThat(LogText.oneLine(text)).isEqualTo(".".repeat(200) + "... (500000 characters)");
  }

  @Test
  void doesNotCutACharacterInHalf() {
    String text = "x".repeat(199) + "\uD83D\uDC07".repeat(2);

    assertThat(LogText.shorten(text)).isEqualTo("x".repeat(199) + "... (203 characters)");
  }
}
