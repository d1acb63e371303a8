package dev.warren.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RatiosTest {

  @Test
  void quotesTheMedianOfTheRoundsAndTheirSpread() {
    Ratios ratios = new Ratios();
    ratios.add(50, 100);
    ratios.add(90, 100);
    ratios.add(70, 100);

    assertThat(ratios.median()).isEqualTo(0.7);
    assertThat(ratios.min()).isEqualTo(0.5);
    assertThat(ratios.max()).isEqualTo(0.9);
    assertThat(ratios.ourRate()).isEqualTo(70);
  }

  @Test
  void pairsTheSidesRoundByRound() {
    Ratios ratios = new Ratios();
    ratios.add(100, 100);
    ratios.add(10, 10);

    assertThat(ratios.median()).isEqualTo(1);
    assertThat(ratios.theirRate()).isEqualTo(55);
  }
}
