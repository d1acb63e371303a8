package dev.warren.producer.workqueue;

import static dev.warren.producer.Messages.assertSent;
import static org.assertj.core.api.Assertions.assertThat;

import com.rabbitmq.client.Channel;
import dev.warren.contracts.TaskEvent;
import dev.warren.producer.Answer;
import dev.warren.producer.Api;
import dev.warren.producer.ProducerTest;
import dev.warren.producer.tasks.TasksConfirmed;
import dev.warren.testkit.MessageCollector;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.EventListener;

@ProducerTest
@Import(WorkQueueIT.Told.class)
class WorkQueueIT {

  private final Api api;

  WorkQueueIT(@LocalServerPort int port) {
    this.api = new Api(port);
  }

  @Test
  void taskReachesATutorialWorker(Channel channel) throws IOException {
    Answer answer = api.postJson("/api/tasks", "{\"text\":\"A task...\"}").assertStatus(202);
    String id = answer.text("id");
    assertThat(answer.text("outcome")).isEqualTo("confirmed");
    assertThat(answer.headers().firstValue("Location")).hasValue("/api/tasks/" + id);
    channel.basicQos(1);
    assertSent(MessageCollector.consume(channel, "task_queue").expectOne(), id, "A task...");
  }

  @Test
  void confirmedTaskIsToldOfBeforeTheAnswerAndOnTheStream(@Autowired Told told, Channel channel)
      throws IOException {
    String id = api.postText("/api/tasks", "told").assertStatus(202).text("id");
    assertThat(told.events)
        .anySatisfy(
            event -> {
              assertThat(event.taskId()).isEqualTo(id);
              assertThat(event.type()).isEqualTo(TaskEvent.Type.SUBMITTED);
              assertThat(event.text()).isEqualTo("told");
            });
    assertSent(MessageCollector.consume(channel, "task_queue").expectOne(), id, "told");
  }

  @Test
  void whoTakesNoJsonIsToldBeforeThereIsATask(@Autowired Told told) {
    api.postText("/api/tasks", "told").assertStatus(202);
    int before = told.events.size();
    api.postTextAccepting("text/plain", "/api/tasks", "a task")
        .assertProblem(406, "not-acceptable");
    assertThat(told.events).hasSize(before);
  }

  @Test
  void withoutTheQueueATaskIsNoTask(@Autowired Told told, Channel channel) throws IOException {
    api.postText("/api/tasks", "connects, which declares the queue").assertStatus(202);
    channel.queueDelete("task_queue");
    String id = api.postText("/api/tasks", "lost").assertProblem(503, "unroutable").text("id");
    assertThat(told.events).extracting(TaskEvent::taskId).doesNotContain(id);
    channel.queueDeclare("task_queue", true, false, false, Map.of("x-queue-type", "quorum"));
  }

  @TestConfiguration
  static class Told {
    private final List<TaskEvent> events = new CopyOnWriteArrayList<>();

    @EventListener
    void on(TasksConfirmed confirmed) {
      events.addAll(confirmed.submitted());
    }
  }
}
