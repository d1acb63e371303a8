package dev.warren.messaging.web.sse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class SseEventTest {

  @Test
  void writesEachLineOfTheDataAsAFieldOfItsOwn() {
    assertThat(text(new SseEvent("7", "log", "a\nb\r\nc\rd", "")))
        .isEqualTo("id: 7\nevent: log\ndata: a\ndata: b\ndata: c\ndata: d\n\n");
  }

  @Test
  void leavesTheIdOutWhenThereIsNone() {
    assertThat(text(new SseEvent(null, "reset", "", ""))).isEqualTo("event: reset\ndata:\n\n");
  }

  @Test
  void refusesAnIdThatWouldForgeOtherFields() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SseEvent("1\ndata: forged", "log", "", ""));
  }

  private static String text(SseEvent event) {
    return new String(event.encoded(), StandardCharsets.UTF_8);
  }
}
