package dev.warren.rpcfib.rpc;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FibonacciHandlerTest {

  private final FibonacciHandler handler = new FibonacciHandler(1000);

  @ParameterizedTest
  @CsvSource({"0, 0", "30, 832040", "030, 832040", "00000000000000000000007, 13"})
  void answersDecimalDigitsWithDecimalDigits(String n, String expected) {
    assertThat(answer(n)).isEqualTo(Answer.result(expected));
  }

  @Test
  void computesUpToItsLimit() {
    assertThat(answer("1000").isError()).isFalse();
    assertThat(answer("1001").errorCode()).isEqualTo("out-of-bounds");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "-0", "1001", "2147483648", "4294967296", "18446744073709551616"})
  void refusesNumbersOutOfBoundsAndNamesThem(String n) {
    Answer answer = answer(n);

    assertThat(answer.errorCode()).isEqualTo("out-of-bounds");
    assertThat(answer.text()).isEqualTo("n must be from 0 to 1000, but is '" + n + "'");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", " ", "-", "+5", "5 ", "\n5", "5\0", "1e3", "0x10", "3.0", "five", "\u0665", "\uFF15"
      })
  void refusesWhatIsNotADecimalNumber(String text) {
    assertThat(answer(text).errorCode()).isEqualTo("not-a-number");
  }

  @Test
  void refusesBytesThatAreNotText() {
    Answer answer = handler.answer(new byte[] {(byte) 0xFF, (byte) 0xFE});

    assertThat(answer.errorCode()).isEqualTo("not-a-number");
    assertThat(answer.text()).isEqualTo("not a decimal number: 2 bytes that are not text");
  }

  @Test
  void doesNotParseAMebibyteOfDigits() {
    Answer answer = answer("9".repeat(1 << 20));

    assertThat(answer.errorCode()).isEqualTo("out-of-bounds");
    assertThat(answer.text()).hasSizeLessThan(300);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "12 34", "-5", "99999"})
  void neverExplainsAnErrorWithANumber(String text) {
    assertThatExceptionOfType(NumberFormatException.class)
        .isThrownBy(() -> new BigInteger(answer(text).text().strip()));
  }

  private Answer answer(String body) {
    return handler.answer(body.getBytes(UTF_8));
  }
}
