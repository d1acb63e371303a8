package dev.warren.messaging.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InstanceNameTest {

  @Test
  void isTheConfiguredOne() {
    assertThat(InstanceName.orDefault("worker-1.eu_west")).hasToString("worker-1.eu_west");
  }

  @Test
  void endsWithTheProcessIdByDefaultSoThatReplicasOnOneHostDiffer() {
    assertThat(InstanceName.orDefault(" ").value())
        .endsWith("-" + ProcessHandle.current().pid())
        .hasSizeGreaterThan(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"two words", "a\nb", "Grüße"})
  void isRefusedIfItDoesNotFitEverywhere(String name) {
    assertThatIllegalArgumentException().isThrownBy(() -> InstanceName.orDefault(name));
  }

  @Test
  void isRefusedIfTooLong() {
    assertThatIllegalArgumentException().isThrownBy(() -> new InstanceName("x".repeat(101)));
  }
}
