package dev.warren.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BrokerVersionTest {

  @ParameterizedTest
  @CsvSource({
    "4.3.6, 4.3.6",
    "3.10.8, 3.10.8",
    "4.4.0-beta.1, 4.4.0",
    "4.3.6+12.gabc, 4.3.6",
    "4.3, 4.3.0"
  })
  void readsWhatABrokerReports(String reported, String version) {
    assertThat(BrokerVersion.parse(reported)).hasToString(version);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "4", "unknown", "v4.3.6"})
  void refusesWhatIsNoVersion(String text) {
    assertThatThrownBy(() -> BrokerVersion.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Not a RabbitMQ version");
  }

  @Test
  void comparesNumbersAndNotText() {
    BrokerVersion version = BrokerVersion.parse("3.10.8");

    assertThat(version.atLeast(3, 9)).isTrue();
    assertThat(version.atLeast(3, 10)).isTrue();
    assertThat(version.atLeast(2, 20)).isTrue();
    assertThat(version.atLeast(3, 11)).isFalse();
    assertThat(version.atLeast(4, 0)).isFalse();
  }
}
