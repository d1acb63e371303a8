package dev.warren.producer.taskview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.warren.messaging.web.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventPositionTest {

  @Test
  void isReadAsItIsWritten() {
    EventPosition position = new EventPosition(17, 3);

    assertThat(position).hasToString("17-3");
    assertThat(EventPosition.parse("17-3")).isEqualTo(position);
  }

  @Test
  void ordersByOffsetAndThenByIndex() {
    assertThat(new EventPosition(2, 0).isAfter(new EventPosition(1, 9))).isTrue();
    assertThat(new EventPosition(1, 10).isAfter(new EventPosition(1, 9))).isTrue();
    assertThat(new EventPosition(1, 9).isAfter(new EventPosition(1, 9))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {" ", "17", "-1-0", "17-", "a-b", "17-3 ", "9999999999999999999-0"})
  void refusesWhatIsNoIdOfOurs(String lastEventId) {
    assertThatThrownBy(() -> EventPosition.parse(lastEventId))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("Last-Event-ID");
  }
}
