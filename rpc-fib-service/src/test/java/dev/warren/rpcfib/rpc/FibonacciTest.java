package dev.warren.rpcfib.rpc;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FibonacciTest {

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "1, 1",
    "2, 1",
    "3, 2",
    "10, 55",
    "30, 832040",
    "46, 1836311903",
    "47, 2971215073",
    "92, 7540113804746346429",
    "93, 12200160415121876738",
    "100, 354224848179261915075"
  })
  void isKnown(int n, BigInteger expected) {
    assertThat(Fibonacci.of(n)).isEqualTo(expected);
  }

  @Test
  void agreesWithAddition() {
    BigInteger current = BigInteger.ZERO;
    BigInteger next = BigInteger.ONE;
    for (int n = 0; n <= 1000; n++) {
      assertThat(Fibonacci.of(n)).as("F(%d)", n).isEqualTo(current);
      BigInteger sum = current.add(next);
      current = next;
      next = sum;
    }
  }

  @Test
  void hasNoLimitOfItsOwn() {
    String number = Fibonacci.of(100_000).toString();

    assertThat(number).hasSize(20_899).startsWith("2597406934722172416").endsWith("3428746875");
  }
}
