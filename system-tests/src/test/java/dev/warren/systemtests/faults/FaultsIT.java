package dev.warren.systemtests.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.systemtests.faults.catalogue.Catalogue;
import dev.warren.systemtests.faults.lab.Fault;
import dev.warren.systemtests.faults.lab.Lab;
import dev.warren.systemtests.faults.lab.Scale;
import dev.warren.systemtests.suite.Mode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The most telling faults, with few strikes each. {@code ./warren faults} has all of them. */
@TestInstance(Lifecycle.PER_CLASS)
class FaultsIT {

  private static final Scale FEW = new Scale(1_000, 1);

  private final Lab lab;

  FaultsIT() {
    this.lab = Lab.start(Mode.available().get(0), FEW, line -> {});
  }

  @AfterAll
  void stop() {
    lab.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "broker-killed",
        "worker-killed-before-ack",
        "producer-killed",
        "failing-tasks",
        "orders-under-kills"
      })
  void noAcknowledgedTaskIsLost(String name) {
    Fault fault = Catalogue.named(name);
    assertThat(fault.run(lab).breaches()).as(fault.expectation()).isEmpty();
  }
}
