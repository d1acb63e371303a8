package dev.warren.messaging.broker;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BrokerVersionTest {

  @Test
  void readsReleasesAndWhatFollowsThem() {
    assertThat(BrokerVersion.parse("4.3.6")).hasValue(new BrokerVersion(4, 3));
    assertThat(BrokerVersion.parse("3.10.8-1+deb")).hasValue(new BrokerVersion(3, 10));
    assertThat(BrokerVersion.parse("4.4.0-beta.1")).hasValue(new BrokerVersion(4, 4));
  }

  @Test
  void knowsNothingOfOtherTexts() {
    assertThat(BrokerVersion.parse("null")).isEmpty();
    assertThat(BrokerVersion.parse("")).isEmpty();
  }

  @Test
  void comparesMinorsAsNumbers() {
    BrokerVersion version = new BrokerVersion(3, 10);

    assertThat(version.atLeast(3, 9)).isTrue();
    assertThat(version.atLeast(3, 11)).isFalse();
    assertThat(version.atLeast(4, 0)).isFalse();
  }
}
