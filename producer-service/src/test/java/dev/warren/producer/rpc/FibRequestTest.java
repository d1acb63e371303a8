package dev.warren.producer.rpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.warren.messaging.web.ProblemException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FibRequestTest {

  private static final RpcProperties PROPERTIES = new RpcProperties(1000, Duration.ofSeconds(5), 1);

  @ParameterizedTest
  @CsvSource({"0,0", "30,30", "007,7", "1000,1000"})
  void takesDecimalNumbersUpToTheLargest(String text, int n) {
    assertThat(FibRequest.parse(text, "", PROPERTIES).n()).isEqualTo(n);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"-1", "+1", "1.0", "1e2", "0x10", "ten", " 1", "1001", "99999999999", "\u0665"})
  void refusesEverythingElseAndNamesTheBounds(String text) {
    assertThatThrownBy(() -> FibRequest.parse(text, "", PROPERTIES))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("n must be a decimal number from 0 to 1000");
  }

  @ParameterizedTest
  @CsvSource({"2s,2000", "500ms,500", "PT2S,2000", "10ms,10", "60s,60000", "1m,60000", "250,250"})
  void takesTimeoutsAsSpringWritesThem(String text, long millis) {
    assertThat(FibRequest.parse("1", text, PROPERTIES).timeout()).hasMillis(millis);
  }

  @ParameterizedTest
  @ValueSource(strings = {"9ms", "61s", "0", "-1s", "soon", "2 s", "99999999999d", "PT", "2x"})
  void refusesOtherTimeouts(String text) {
    assertThatThrownBy(() -> FibRequest.parse("1", text, PROPERTIES))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("from 10ms to 60s");
  }

  @Test
  void waitsAsLongAsItIsSetToWhenTheCallerDoesNotSay() {
    assertThat(FibRequest.parse("1", "", PROPERTIES).timeout()).isEqualTo(Duration.ofSeconds(5));
  }
}
