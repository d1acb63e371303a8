package dev.warren.logsubscriber.receivers;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.logsubscriber.received.Body;
import org.junit.jupiter.api.Test;

class LogLineTest {

  @Test
  void isWhatTheTutorialsPrint() {
    assertThat(line("", "Hello", 100)).isEqualTo(" [x] Hello");
    assertThat(line("error", "Hello", 100)).isEqualTo(" [x] error:Hello");
  }

  @Test
  void staysOneLine() {
    assertThat(line("a\nb", "c\r\nd\u2028", 100))
        .isEqualTo(" [x] a\\u000ab:c\\u000d\\u000ad\\u2028");
  }

  @Test
  void saysHowLongATextIsThatItShowsInPart() {
    assertThat(line("", "0123456789", 4)).isEqualTo(" [x] 0123... (10 bytes)");
  }

  private static String line(String label, String text, int maxChars) {
    return LogLine.of(label, Body.of(text.getBytes(UTF_8)), maxChars);
  }
}
