package dev.warren.systemtests.interop;

import static com.rabbitmq.client.MessageProperties.PERSISTENT_TEXT_PLAIN;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.systemtests.suite.RunningSuite;
import dev.warren.systemtests.suite.Seen;
import dev.warren.systemtests.suite.SystemTest;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@SystemTest
class WorkQueueInteropIT {

  private final RunningSuite suite;

  WorkQueueInteropIT(RunningSuite suite) {
    this.suite = suite;
  }

  static Stream<Generation> generations(RunningSuite suite) {
    return Generation.accepted(suite);
  }

  @ParameterizedTest
  @MethodSource("generations")
  void ourWorkerDoesTasksOfAForeignSender(Generation generation) throws IOException {
    String task = Seen.uniqueText("A foreign task.");
    try (ForeignClient sender =
        new ForeignClient(suite.broker()).declaring(generation::declareTaskQueue)) {
      sender.channel().basicPublish("", "task_queue", PERSISTENT_TEXT_PLAIN, task.getBytes(UTF_8));
    }
    Seen.byAWorker(suite, task);
  }

  @ParameterizedTest
  @MethodSource("generations")
  void aForeignWorkerDoesTasksOfOurs(Generation generation) throws IOException {
    String task = Seen.uniqueText("A task for a foreign worker");
    try (ForeignClient worker =
        new ForeignClient(suite.broker())
            .declaring(generation::declareTaskQueue)
            .workingOn("task_queue")) {
      // our own worker shares the queue: some tasks go there
      Seen.eventually(
          "the foreign worker gets its share",
          () -> {
            assertThat(suite.producer().postText("/api/tasks", task).status()).isEqualTo(202);
            return worker.received().contains(task);
          });
    }
  }
}
