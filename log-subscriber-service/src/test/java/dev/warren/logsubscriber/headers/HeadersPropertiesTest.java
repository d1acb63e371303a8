package dev.warren.logsubscriber.headers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HeadersPropertiesTest {

  @Test
  void readsNamesWithAndWithoutValues() {
    HeadersProperties settings =
        new HeadersProperties("any", List.of("format=pdf", "formula=a=b", "urgent"));

    Map<String, Object> expected = new HashMap<>();
    expected.put("format", "pdf");
    expected.put("formula", "a=b");
    expected.put("urgent", null);
    assertThat(settings.headers()).isEqualTo(expected);
  }
}
