package dev.warren.frontdoor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DoorPlanTest {

  @Test
  void readsAPortAndWhereItLeads() {
    assertThat(DoorPlan.parse("8081=worker-service:8080"))
        .isEqualTo(new DoorPlan(8081, "worker-service", 8080));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "8081", "worker-service:8080", "8081=worker-service", "x=y:z"})
  void saysHowADoorIsWritten(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DoorPlan.parse(text))
        .withMessageContaining("'%s'".formatted(text))
        .withMessageContaining("8081=worker-service:8080");
  }
}
