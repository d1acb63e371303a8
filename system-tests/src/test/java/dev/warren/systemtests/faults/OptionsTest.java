package dev.warren.systemtests.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.warren.systemtests.faults.lab.Scale;
import dev.warren.systemtests.suite.Mode;
import java.util.List;
import org.junit.jupiter.api.Test;

class OptionsTest {

  @Test
  void withoutArgumentsEverythingIsDoneInFull() {
    Options options = Options.parse(List.of("--local"));

    assertThat(options.mode()).isEqualTo(Mode.LOCAL);
    assertThat(options.scale()).isEqualTo(Scale.FULL);
    assertThat(options.faults()).isNotEmpty();
    assertThat(options.writeReport()).isFalse();
  }

  @Test
  void namesChooseFaultsAndNumbersTheScale() {
    Options options =
        Options.parse(
            List.of("--docker", "--tasks", "50", "broker-killed", "--rounds", "2", "queue-full"));

    assertThat(options.faults())
        .extracting(fault -> fault.name())
        .containsExactly("broker-killed", "queue-full");
    assertThat(options.scale()).isEqualTo(new Scale(50, 2));
  }

  @Test
  void faultsOfAClusterAreForAClusterAndOthersAreNot() {
    assertThat(Options.parse(List.of("--cluster")).faults())
        .extracting(fault -> fault.name())
        .containsExactly("leader-killed", "majority-killed", "node-cut-off");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Options.parse(List.of("--local", "leader-killed")))
        .withMessageContaining("leader-killed cannot be caused with --local");
  }

  @Test
  void saysWhatItDoesNotKnow() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Options.parse(List.of("--local", "broker-hugged")))
        .withMessageContaining("broker-hugged");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Options.parse(List.of("--local", "--tasks", "many")))
        .withMessageContaining("--tasks takes a number, not 'many'");
  }
}
