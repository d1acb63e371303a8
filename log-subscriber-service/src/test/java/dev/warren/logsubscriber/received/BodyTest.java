package dev.warren.logsubscriber.received;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.logsubscriber.received.Body.Shown;
import org.junit.jupiter.api.Test;

class BodyTest {

  @Test
  void isTextIfItIsUtf8() {
    Body body = Body.of("Grüße".getBytes(UTF_8));

    assertThat(body.encoding()).isEqualTo("utf-8");
    assertThat(body.size()).isEqualTo(7);
    assertThat(body.show(100)).isEqualTo(new Shown("Grüße", false));
  }

  @Test
  void isHexadecimalIfItIsNot() {
    Body body = Body.of("Grüße".getBytes(ISO_8859_1));

    assertThat(body.encoding()).isEqualTo("binary");
    assertThat(body.show(100)).isEqualTo(new Shown("4772fcdf65", false));
    assertThat(body.show(5)).isEqualTo(new Shown("4772", true));
  }

  @Test
  void noticesWhatIsWrongAtTheVeryEndOfALongOne() {
    byte[] bytes = ("é".repeat(100_000) + "x").getBytes(UTF_8);
    assertThat(Body.of(bytes).encoding()).isEqualTo("utf-8");

    bytes[bytes.length - 1] = (byte) 0xc3;

    assertThat(Body.of(bytes).encoding()).isEqualTo("binary");
  }

  @Test
  void isNeverCutThroughACharacter() {
    Body body = Body.of("ab\uD83D\uDC07".getBytes(UTF_8));

    assertThat(body.show(3)).isEqualTo(new Shown("ab", true));
    assertThat(body.show(4)).isEqualTo(new Shown("ab\uD83D\uDC07", false));
  }

  @Test
  void mayBeEmpty() {
    assertThat(Body.of(new byte[0]).show(10)).isEqualTo(new Shown("", false));
  }
}
