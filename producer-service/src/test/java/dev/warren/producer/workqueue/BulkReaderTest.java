package dev.warren.producer.workqueue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.warren.messaging.web.ProblemException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.json.JsonMapper;

class BulkReaderTest {

  private final BulkReader reader =
      new BulkReader(
          JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build());

  @Test
  void itemsKeepTheirOrderWhateverTheyAre() {
    List<BulkItem> items =
        array("[{\"text\":\"a\"},[[1],{}],null,{\"x\":[{}],\"text\":\"b\"},{\"text\":\"c\"}]");
    assertThat(items)
        .containsExactly(
            BulkItem.valid("a"),
            BulkItem.invalid("must be a JSON object"),
            BulkItem.invalid("must be a JSON object"),
            BulkItem.invalid("x is unknown"),
            BulkItem.valid("c"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"text\":\"\"}", "{\"text\":3}", "{\"text\":\"\\udc00\"}"})
  void textMustBeOne(String item) {
    assertThat(array("[" + item + "]"))
        .containsExactly(BulkItem.invalid("text must be a text that is not empty"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[",
        "[{\"text\":\"a\"}",
        "[{\"text\":\"a\",\"text\":\"b\"}]",
        "[1 2]",
        "{}",
        "[]]"
      })
  void malformedArrayIsRefusedAsAWhole(String body) {
    assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> array(body));
  }

  @Test
  void depthIsBounded() {
    assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> array("[".repeat(100_000)));
  }

  @Test
  void malformedLineSpoilsItselfOnly() {
    byte[] invalidUtf8 = {'{', '"', 't', 'e', 'x', 't', '"', ':', '"', (byte) 0xFF, '"', '}', '\n'};
    byte[] rest = bytes("{\"text\":\"a\"}{}\n\r\n  \n{\"text\":\n{\"text\":\"b\"}\r\n");
    byte[] body = new byte[invalidUtf8.length + rest.length];
    System.arraycopy(invalidUtf8, 0, body, 0, invalidUtf8.length);
    System.arraycopy(rest, 0, body, invalidUtf8.length, rest.length);
    assertThat(reader.lines(body))
        .containsExactly(
            BulkItem.invalid("is not well-formed JSON"),
            BulkItem.invalid("must be one JSON object"),
            BulkItem.invalid("is not well-formed JSON"),
            BulkItem.valid("b"));
  }

  private List<BulkItem> array(String body) {
    return reader.array(bytes(body));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
