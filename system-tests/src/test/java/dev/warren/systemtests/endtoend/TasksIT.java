package dev.warren.systemtests.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.systemtests.suite.Answer;
import dev.warren.systemtests.suite.RestClient;
import dev.warren.systemtests.suite.RunningSuite;
import dev.warren.systemtests.suite.Seen;
import dev.warren.systemtests.suite.SystemTest;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@SystemTest
class TasksIT {

  private final RunningSuite suite;

  TasksIT(RunningSuite suite) {
    this.suite = suite;
  }

  @Test
  void aTaskSentOverRestIsDoneAndItsStateTold() {
    String text = Seen.uniqueText("A task of two dots..");
    Answer accepted = suite.producer().postText("/api/tasks", text);

    assertThat(accepted.status()).isEqualTo(202);
    assertThat(accepted.json().get("outcome").stringValue()).isEqualTo("confirmed");
    assertThat(accepted.header("Location")).endsWith("/api/tasks/" + Tasks.id(accepted));
    Seen.byAWorker(suite, text);
    JsonNode task = Tasks.awaitDone(suite.producer(), Tasks.id(accepted));
    assertThat(task.get("text").stringValue()).isEqualTo(text);
    assertThat(task.get("worker").stringValue()).isNotBlank();
    assertThat(task.get("attempts").intValue()).isOne();
  }

  @Test
  void bulkTasksAnswerInTheirOrderAndAreAllDone() {
    List<String> texts =
        IntStream.range(0, 50).mapToObj(i -> Seen.uniqueText("bulk " + i)).toList();
    String body =
        texts.stream()
            .map(text -> "{\"text\":\"" + text + "\"}")
            .collect(Collectors.joining(",", "[", "]"));

    JsonNode outcomes = suite.producer().postJson("/api/tasks/bulk", body).json();

    List<String> ids = outcomes.findValuesAsString("id");
    assertThat(ids).hasSameSizeAs(texts).doesNotHaveDuplicates();
    for (int i = 0; i < ids.size(); i++) {
      JsonNode task = Tasks.awaitDone(suite.producer(), ids.get(i));
      assertThat(task.get("text").stringValue()).isEqualTo(texts.get(i));
    }
  }

  @Test
  void aSecondProducerStartedLaterKnowsTheTasksFromBefore() {
    Answer accepted =
        suite.producer().postText("/api/tasks", Seen.uniqueText("before the replica"));
    JsonNode known = Tasks.awaitDone(suite.producer(), Tasks.id(accepted));

    suite.scale("producer", 2);
    try {
      List<RestClient> producers = suite.replicas("producer");
      assertThat(producers).hasSize(2);
      for (RestClient producer : producers) {
        assertThat(Tasks.awaitDone(producer, Tasks.id(accepted))).isEqualTo(known);
      }
      bothKnowWhatOneAccepts(producers.get(0), producers.get(1));
      bothKnowWhatOneAccepts(producers.get(1), producers.get(0));
    } finally {
      suite.scale("producer", 1);
    }
  }

  private static void bothKnowWhatOneAccepts(RestClient one, RestClient other) {
    Answer accepted = one.postText("/api/tasks", Seen.uniqueText("accepted by one of two"));
    JsonNode known = Tasks.awaitDone(one, Tasks.id(accepted));
    assertThat(Tasks.awaitDone(other, Tasks.id(accepted))).isEqualTo(known);
  }
}
