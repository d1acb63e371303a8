package dev.warren.systemtests.interop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.systemtests.suite.RunningSuite;
import dev.warren.systemtests.suite.Seen;
import dev.warren.systemtests.suite.SystemTest;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@SystemTest
class HelloInteropIT {

  private final RunningSuite suite;

  HelloInteropIT(RunningSuite suite) {
    this.suite = suite;
  }

  static Stream<Generation> generations(RunningSuite suite) {
    return Generation.accepted(suite);
  }

  @ParameterizedTest
  @MethodSource("generations")
  void aForeignSenderReachesOurReceiver(Generation generation) throws IOException {
    String text = Seen.uniqueText("Hello from a foreign sender");
    try (ForeignClient sender =
        new ForeignClient(suite.broker()).declaring(generation::declareHello)) {
      sender.publish("", "hello", text);
    }
    Seen.byAWorker(suite, text);
  }

  @ParameterizedTest
  @MethodSource("generations")
  void ourSenderReachesAForeignReceiver(Generation generation) throws IOException {
    String text = Seen.uniqueText("Hello to a foreign receiver");
    try (ForeignClient receiver =
        new ForeignClient(suite.broker())
            .declaring(generation::declareHello)
            .receivingFrom("hello")) {
      // our own receiver shares the queue: some messages go there
      Seen.eventually(
          "the foreign receiver gets its share",
          () -> {
            assertThat(suite.producer().postText("/api/hello", text).status()).isEqualTo(202);
            return receiver.received().contains(text);
          });
    }
  }
}
