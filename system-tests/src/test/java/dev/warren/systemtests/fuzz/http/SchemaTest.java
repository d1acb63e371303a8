package dev.warren.systemtests.fuzz.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.systemtests.fuzz.chance.Dice;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SchemaTest {

  private static final Schema WITH_MAP =
      new Schema("object", Map.of("headers", new Schema("object", Map.of())));

  @Test
  void theValuesOfAMapAreAsTheyShouldBeOrAnything() {
    assertThat(bodies())
        .anyMatch(body -> body.matches("\\{\"headers\":\\{\"word\\d\":\"1\"}}"))
        .anyMatch(body -> body.contains(":1e999"))
        .anyMatch(body -> body.contains(":null"))
        .anyMatch(body -> body.contains("\\u0000"));
  }

  @Test
  void theSameSeedMakesTheSame() {
    assertThat(bodies()).isEqualTo(bodies());
  }

  private static List<String> bodies() {
    return IntStream.range(0, 400)
        .mapToObj(number -> WITH_MAP.example(Dice.of(7, number), "word").toString())
        .toList();
  }
}
