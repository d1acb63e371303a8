package dev.warren.producer.hello;

import static dev.warren.producer.Messages.assertSent;
import static org.assertj.core.api.Assertions.assertThat;

import com.rabbitmq.client.Channel;
import dev.warren.producer.Answer;
import dev.warren.producer.Api;
import dev.warren.producer.ProducerTest;
import dev.warren.testkit.MessageCollector;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@ProducerTest
class HelloIT {

  private final Api api;

  HelloIT(@LocalServerPort int port) {
    this.api = new Api(port);
  }

  @Test
  void textReachesATutorialReceiver(Channel channel) throws IOException {
    Answer answer = api.postJson("/api/hello", "{\"text\":\"Hello World!\"}").assertStatus(202);
    assertThat(answer.text("outcome")).isEqualTo("confirmed");
    MessageCollector receiver = MessageCollector.consume(channel, "hello");
    assertSent(receiver.expectOne(), answer.text("id"), "Hello World!");
    receiver.expectNothingElse();
  }

  @Test
  void plainTextIsEnough(Channel channel) throws IOException {
    Answer answer = api.postText("/api/hello", "Zajęc\r\nπ & 1+1=2").assertStatus(202);
    MessageCollector receiver = MessageCollector.consume(channel, "hello");
    assertSent(receiver.expectOne(), answer.text("id"), "Zajęc\r\nπ & 1+1=2");
  }

  @Test
  void textIsTakenAsItIsWhateverCurlCallsIt(Channel channel) throws IOException {
    String text = "a+b=c & 100% ü";
    Answer answer =
        api.send(
                "POST",
                "/api/hello",
                "application/x-www-form-urlencoded",
                BodyPublishers.ofString(text))
            .assertStatus(202);
    MessageCollector receiver = MessageCollector.consume(channel, "hello");
    assertSent(receiver.expectOne(), answer.text("id"), text);
  }

  @Test
  void textInAnotherCharsetArrivesInUtf8(Channel channel) throws IOException {
    byte[] latin1 = {'K', 'a', 'n', 'i', 'n', 'c', 'h', 'e', 'n', ' ', (byte) 0xFC};
    Answer answer =
        api.send(
                "POST",
                "/api/hello",
                "text/plain;charset=ISO-8859-1",
                BodyPublishers.ofByteArray(latin1))
            .assertStatus(202);
    MessageCollector receiver = MessageCollector.consume(channel, "hello");
    assertSent(receiver.expectOne(), answer.text("id"), "Kaninchen ü");
  }

  @Test
  void withoutTheQueueTheTextIsRefusedAsUnroutable(Channel channel) throws IOException {
    api.postText("/api/hello", "connects, which declares the queue").assertStatus(202);
    channel.queueDelete("hello");
    Answer answer =
        api.postText("/api/hello", "Is anybody there?").assertProblem(503, "unroutable");
    assertThat(answer.text("id")).isNotEmpty();
    channel.queueDeclare("hello", true, false, false, Map.of("x-queue-type", "quorum"));
    MessageCollector.consume(channel, "hello").expectNothingElse();
  }

  @Test
  void fullQueueThatRejectsPublishesIsAReasonToTryAgain(Channel channel) throws IOException {
    api.postText("/api/hello", "connects, which declares the queue").assertStatus(202);
    channel.queueDelete("hello");
    Map<String, Object> full = Map.of("x-max-length", 1, "x-overflow", "reject-publish");
    channel.queueDeclare("hello", false, false, false, full);
    try {
      api.postText("/api/hello", "fits").assertStatus(202);
      Answer answer = api.postText("/api/hello", "does not").assertProblem(429, "nacked");
      assertThat(answer.headers().firstValue("Retry-After")).hasValue("1");
    } finally {
      channel.queueDelete("hello");
      channel.queueDeclare("hello", true, false, false, Map.of("x-queue-type", "quorum"));
    }
  }
}
