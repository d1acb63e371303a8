package dev.warren.systemtests.interop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.systemtests.suite.Answer;
import dev.warren.systemtests.suite.RunningSuite;
import dev.warren.systemtests.suite.Seen;
import dev.warren.systemtests.suite.SystemTest;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@SystemTest
class RpcInteropIT {

  private final RunningSuite suite;

  RpcInteropIT(RunningSuite suite) {
    this.suite = suite;
  }

  static Stream<Generation> generations(RunningSuite suite) {
    return Generation.accepted(suite);
  }

  @Test
  void ourServerAnswersACallerWithItsOwnReplyQueue() throws Exception {
    try (ForeignClient client = new ForeignClient(suite.broker())) {
      ForeignRpcClient fib = ForeignRpcClient.withReplyQueue(client);
      assertThat(fib.call("30")).isEqualTo("832040");
      assertThat(fib.call("0")).isEqualTo("0");
    }
  }

  @Test
  void ourServerAnswersACallerWithDirectReplyTo() throws Exception {
    try (ForeignClient client = new ForeignClient(suite.broker())) {
      ForeignRpcClient fib = ForeignRpcClient.withDirectReplyTo(client);
      assertThat(fib.call("30")).isEqualTo("832040");
      assertThat(fib.call("90")).isEqualTo("2880067194370816120");
    }
  }

  @ParameterizedTest
  @MethodSource("generations")
  void aForeignServerAnswersOurClient(Generation generation) throws IOException {
    try (ForeignClient client =
        new ForeignClient(suite.broker()).declaring(generation::declareRpcQueue)) {
      ForeignRpcServer server = new ForeignRpcServer(client);
      // our own server shares the queue: some calls go there
      Seen.eventually(
          "the foreign server gets its share",
          () -> {
            Answer answer = suite.producer().get("/api/fib/20?timeout=5s");
            assertThat(answer.status()).as(answer.body()).isEqualTo(200);
            assertThat(answer.json().get("value").stringValue()).isEqualTo("6765");
            return server.answered() > 0;
          });
    }
  }
}
