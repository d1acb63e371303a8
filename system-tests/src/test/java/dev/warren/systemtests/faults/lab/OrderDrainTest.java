package dev.warren.systemtests.faults.lab;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OrderDrainTest {

  @Test
  void anOutboxThatCannotBeReadIsNotEmpty() {
    assertThat(OrderDrain.inOutbox(Double.NaN)).isPositive();
    assertThat(OrderDrain.inOutbox(3)).isEqualTo(3);
    assertThat(OrderDrain.inOutbox(0)).isZero();
  }
}
