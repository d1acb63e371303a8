package dev.warren.producer.deadletters;

import static dev.warren.testkit.assertions.BrokerAssertions.assertThatQueue;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.Channel;
import dev.warren.contracts.WorkQueue;
import dev.warren.producer.Answer;
import dev.warren.producer.Api;
import dev.warren.producer.ProducerTest;
import dev.warren.testkit.TestVhost;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@ProducerTest
class DeadLetterDiscardIT {

  private static final String LETTERS = "/api/dead-letters";

  private final Api api;

  DeadLetterDiscardIT(@LocalServerPort int port) {
    this.api = new Api(port);
  }

  @AfterEach
  void purge(Channel channel) throws IOException {
    channel.queuePurge(WorkQueue.DEAD_LETTER_QUEUE);
  }

  @Test
  void discardsOneThatItIsToldToDiscard(Channel channel, TestVhost vhost) throws IOException {
    Letters.putMany(channel, 60);

    delete(LETTERS + "/letter-55").assertProblem(400, "invalid-field");
    delete(LETTERS + "/letter-55?confirm=yes").assertProblem(400, "invalid-field");
    assertThatQueue(vhost, WorkQueue.DEAD_LETTER_QUEUE).hasMessages(60);

    Answer answer = delete(LETTERS + "/letter-55?confirm=true").assertStatus(200);
    assertThat(answer.text("outcome")).isEqualTo("discarded");
    assertThatQueue(vhost, WorkQueue.DEAD_LETTER_QUEUE).hasMessages(59);
    delete(LETTERS + "/letter-55?confirm=true").assertProblem(404, "not-found");
  }

  @Test
  void discardsAllOnlyToWhomNamesTheQueueTwice(Channel channel, TestVhost vhost)
      throws IOException {
    Letters.putMany(channel, 60);
    Letters.put(channel, new BasicProperties(), "other".getBytes(UTF_8));

    delete(LETTERS).assertProblem(400, "invalid-field");
    delete(LETTERS + "?confirm=true").assertProblem(400, "invalid-field");
    delete(LETTERS + "?queue=task_queue").assertProblem(400, "invalid-field");
    Answer refused = delete(LETTERS + "?queue=task_queue.dlq&confirm=true");
    assertThat(refused.assertProblem(400, "invalid-field").text("detail"))
        .contains("&confirm=task_queue.dlq");
    assertThatQueue(vhost, WorkQueue.DEAD_LETTER_QUEUE).hasMessages(61);

    String all = LETTERS + "?queue=task_queue.dlq&confirm=task_queue.dlq";
    assertThat(delete(all + "&reason=failed").assertStatus(200).json().get("done").asInt())
        .isEqualTo(60);
    assertThatQueue(vhost, WorkQueue.DEAD_LETTER_QUEUE).hasMessages(1);
    delete(all).assertStatus(200);
    assertThatQueue(vhost, WorkQueue.DEAD_LETTER_QUEUE).hasMessages(0);
  }

  private Answer delete(String path) {
    return api.send("DELETE", path, "application/json", BodyPublishers.noBody());
  }
}
