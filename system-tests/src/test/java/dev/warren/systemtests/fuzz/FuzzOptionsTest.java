package dev.warren.systemtests.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.warren.systemtests.fuzz.FuzzOptions.Cases;
import dev.warren.systemtests.suite.Mode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FuzzOptionsTest {

  @Test
  void withoutArgumentsItIsAFullRun() {
    FuzzOptions options = FuzzOptions.parse(List.of("--local"));

    assertThat(options.mode()).isEqualTo(Mode.LOCAL);
    assertThat(options.isRunning()).isFalse();
    assertThat(options.http()).isEqualTo(Cases.first(10_000));
    assertThat(options.amqp()).isEqualTo(Cases.first(10_000));
  }

  @Test
  void aCaseIsSentAloneUnderItsSeed() {
    FuzzOptions options =
        FuzzOptions.parse(List.of("--running", "--seed", "7", "--case", "amqp:12"));

    assertThat(options.isRunning()).isTrue();
    assertThat(options.seed()).isEqualTo(7);
    assertThat(options.http()).isEqualTo(Cases.NONE);
    assertThat(options.amqp()).isEqualTo(Cases.only(12));
  }

  @Test
  void casesComeInPartsOfWhichTheLastIsShorter() {
    assertThat(Cases.first(5).inParts(2))
        .containsExactly(new Cases(0, 2), new Cases(2, 4), new Cases(4, 5));
    assertThat(Cases.NONE.inParts(2)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"--seed many", "--http -1", "--case ftp:1", "--case", "everything"})
  void saysWhatItDoesNotKnow(String line) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> FuzzOptions.parse(List.of(("--running " + line).split(" "))));
  }
}
