package dev.warren.systemtests.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.rabbitmq.client.ShutdownSignalException;
import dev.warren.systemtests.interop.ForeignClient.Declaration;
import dev.warren.systemtests.suite.RunningSuite;
import dev.warren.systemtests.suite.SystemTest;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@SystemTest
class DeclarationsIT {

  private final RunningSuite suite;

  DeclarationsIT(RunningSuite suite) {
    this.suite = suite;
  }

  @ParameterizedTest
  @EnumSource
  void declaringAsTheTutorialsDoIsAcceptedOrRefusedAsTheBrokerIsConfigured(Generation generation)
      throws IOException {
    for (Declaration declaration : declarations(generation).toList()) {
      try (ForeignClient client = new ForeignClient(suite.broker())) {
        if (generation.isAcceptedBy(suite.broker())) {
          client.declaring(declaration);
          assertThat(client.channel().isOpen()).isTrue();
        } else {
          assertThatThrownBy(() -> client.declaring(declaration))
              .hasCauseInstanceOf(ShutdownSignalException.class)
              .hasStackTraceContaining("406");
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"hello", "task_queue", "rpc_queue"})
  void foreignDeclarationsLeaveADurableQuorumQueue(String queue) {
    var json = suite.broker().management().get("/api/queues/%2F/" + queue).json();
    assertThat(json.get("durable").booleanValue()).isTrue();
    assertThat(json.get("type").stringValue()).isEqualTo("quorum");
  }

  /** As Go's tutorials declare them; of exchanges no broker takes another declaration for equal. */
  @Test
  void anExchangeOfOursThatIsDeclaredDurableIsRefused() throws IOException {
    try (ForeignClient client = new ForeignClient(suite.broker())) {
      assertThatThrownBy(
              () -> client.declaring(channel -> channel.exchangeDeclare("logs", "fanout", true)))
          .hasCauseInstanceOf(ShutdownSignalException.class)
          .hasStackTraceContaining("406");
    }
  }

  private static Stream<Declaration> declarations(Generation generation) {
    return Stream.of(
        generation::declareHello, generation::declareTaskQueue, generation::declareRpcQueue);
  }
}
