package dev.warren.logsubscriber.received;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.logsubscriber.received.HeaderView.Headers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HeaderViewTest {

  @Test
  void keepsWhatJsonCanShow() {
    Map<String, Object> headers = new HashMap<>();
    headers.put("text", "v");
    headers.put("number", 7);
    headers.put("void", null);
    headers.put("when", Date.from(Instant.EPOCH));
    headers.put("bytes", new byte[] {1, (byte) 255});
    headers.put("nested", Map.of("list", List.of(1, true)));

    Map<String, Object> expected = new HashMap<>(headers);
    expected.put("when", "1970-01-01T00:00:00Z");
    expected.put("bytes", "01ff");
    assertThat(HeaderView.of(headers).values()).isEqualTo(expected);
    assertThat(HeaderView.of(headers).truncated()).isFalse();
  }

  @Test
  void leavesOutWhatIsTooLong() {
    Headers shown = HeaderView.of(Map.of("long", "x".repeat(100_000)));

    assertThat(shown.truncated()).isTrue();
    assertThat(shown.weight()).isLessThanOrEqualTo(HeaderView.BUDGET);
  }

  @Test
  void leavesOutWhatIsTooMuch() {
    Map<String, Object> many = new HashMap<>();
    for (int i = 0; i < 20_000; i++) {
      many.put("h" + i, i);
    }

    Headers shown = HeaderView.of(many);

    assertThat(shown.truncated()).isTrue();
    assertThat(shown.values()).hasSizeLessThan(HeaderView.BUDGET / 16);
  }

  @Test
  void leavesOutWhatIsTooDeep() {
    List<Object> deep = new ArrayList<>();
    for (int i = 0; i < 10_000; i++) {
      deep = new ArrayList<>(List.of(deep));
    }

    assertThat(HeaderView.of(Map.of("deep", deep)).truncated()).isTrue();
  }
}
