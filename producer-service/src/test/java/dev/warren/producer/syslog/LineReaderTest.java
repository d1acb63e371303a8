package dev.warren.producer.syslog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class LineReaderTest {

  private static final String LINE = "<34>1 - - - - - - ";

  @Test
  void linesEndInEitherWayOrNotAtAll() throws IOException {
    LineReader lines = lines(LINE + "a\n" + LINE + "b\r\n\n\r\n" + LINE + "c\rd");
    assertThat(next(lines).text()).endsWith(" a");
    assertThat(next(lines).text()).endsWith(" b");
    assertThat(next(lines).text()).endsWith(" c\rd");
    assertThat(lines.number()).isEqualTo(5);
    assertThat(lines.next()).isNull();
  }

  @Test
  void longestLineIsReadAndALongerOneIsSkippedToItsEnd() throws IOException {
    String longest = LINE + "x".repeat(LineReader.MAX_LINE_BYTES - LINE.length());
    LineReader lines = lines(longest + "\n" + longest + "y\n" + LINE + "next\n");
    assertThat(next(lines).text()).isEqualTo(longest);
    assertThat(next(lines).error()).isEqualTo("is longer than 8192 bytes");
    assertThat(next(lines).text()).endsWith("next");
    assertThat(lines.next()).isNull();
  }

  @Test
  void lineThatIsNotUtf8IsMalformed() throws IOException {
    byte[] latin1 = (LINE + "\u00fc\n").getBytes(StandardCharsets.ISO_8859_1);
    assertThat(next(new LineReader(new ByteArrayInputStream(latin1))).error())
        .isEqualTo("is not UTF-8");
  }

  private static LineReader lines(String text) {
    return new LineReader(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }

  private static SyslogLine next(LineReader lines) throws IOException {
    return Objects.requireNonNull(lines.next());
  }
}
