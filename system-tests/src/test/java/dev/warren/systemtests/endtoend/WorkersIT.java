package dev.warren.systemtests.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.systemtests.suite.RunningSuite;
import dev.warren.systemtests.suite.Seen;
import dev.warren.systemtests.suite.SuiteMember;
import dev.warren.systemtests.suite.SystemTest;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@SystemTest
class WorkersIT {

  private final RunningSuite suite;

  WorkersIT(RunningSuite suite) {
    this.suite = suite;
  }

  @Test
  void aTaskWhoseWorkerIsKilledIsDoneByAnother() {
    suite.scale("worker", 2);
    try {
      theTaskOfAKilledWorkerIsDone();
    } finally {
      suite.scale("worker", 1);
    }
  }

  private void theTaskOfAKilledWorkerIsDone() {
    String text = Seen.uniqueText("A long task" + ".".repeat(50));
    String id = Tasks.id(suite.producer().postText("/api/tasks", text));
    Tasks.awaitState(suite.producer(), id, "running");
    String killed = Tasks.get(suite.producer(), id).get("worker").stringValue();

    suite.kill(workerOn(text));

    JsonNode task = Tasks.awaitDone(suite.producer(), id);
    assertThat(task.get("worker").stringValue()).isNotEqualTo(killed);
    assertThat(task.get("attempts").intValue()).isGreaterThan(1);
  }

  private SuiteMember workerOn(String text) {
    return suite.members("worker").stream()
        .filter(member -> member.client().get("/api/worker").body().contains(text))
        .findFirst()
        .orElseThrow();
  }
}
