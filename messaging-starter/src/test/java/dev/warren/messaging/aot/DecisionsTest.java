package dev.warren.messaging.aot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.mock.env.MockEnvironment;

class DecisionsTest {

  private static final List<String> NAMES = List.of("a.set", "a.empty", "an.absent");

  private final MockEnvironment then =
      new MockEnvironment().withProperty("a.set", "say \"x = 1\" : ü").withProperty("a.empty", "");

  @Test
  void areTheSameAfterTheyWereWritten() throws IOException {
    Decisions decisions = Decisions.in(then, NAMES);

    assertThat(Decisions.read(new ByteArrayResource(bytes(decisions)))).isEqualTo(decisions);
  }

  @Test
  void areWrittenTheSameEachTime() throws IOException {
    assertThat(Decisions.in(then, NAMES).text())
        .isEqualTo(Decisions.in(then, List.of("an.absent", "a.set", "a.empty")).text())
        .doesNotContain("#");
  }

  @Test
  void nothingHasChangedWhereAllIsAsItWas() {
    assertThat(Decisions.in(then, NAMES).changedIn(then)).isEmpty();
  }

  @Test
  void emptyIsNotTheSameAsAbsent() {
    MockEnvironment now = new MockEnvironment().withProperty("an.absent", "");
    now.setProperty("a.set", "say \"x = 1\" : ü");

    assertThat(Decisions.in(then, NAMES).changedIn(now)).containsExactly("a.empty", "an.absent");
  }

  private static byte[] bytes(Decisions decisions) throws IOException {
    return decisions.text().getBytes(StandardCharsets.UTF_8);
  }
}
