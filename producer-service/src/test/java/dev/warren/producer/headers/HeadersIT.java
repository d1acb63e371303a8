package dev.warren.producer.headers;

import static dev.warren.producer.Messages.assertSent;
import static org.assertj.core.api.Assertions.assertThat;

import com.rabbitmq.client.Channel;
import dev.warren.producer.Answer;
import dev.warren.producer.Api;
import dev.warren.producer.ProducerTest;
import dev.warren.testkit.MessageCollector;
import dev.warren.testkit.ReceivedMessage;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@ProducerTest
class HeadersIT {

  private static final String REPORT =
      "{\"headers\":{\"format\":\"pdf\",\"pages\":3,\"urgent\":true,\"weight\":0.5},"
          .concat("\"text\":\"report\"}");

  private final Api api;

  HeadersIT(@LocalServerPort int port) {
    this.api = new Api(port);
  }

  @Test
  void allAsksForEveryHeaderAndAnyForOne(Channel channel) throws IOException {
    MessageCollector all = bind(channel, "all", Map.of("format", "pdf", "pages", 3));
    MessageCollector any = bind(channel, "any", Map.of("format", "doc", "urgent", true));
    MessageCollector wrong = bind(channel, "all", Map.of("format", "pdf", "pages", 4));
    Answer answer = api.postJson("/api/logs/headers", REPORT).assertStatus(202);
    assertSent(all.expectOne(), answer.text("id"), "report");
    assertSent(any.expectOne(), answer.text("id"), "report");
    wrong.expectNothingElse();
  }

  @Test
  void headersKeepTheirTypes(Channel channel) throws IOException {
    MessageCollector subscriber = bind(channel, "any", Map.of("format", "pdf"));
    api.postJson("/api/logs/headers", REPORT).assertStatus(202);
    ReceivedMessage message = subscriber.expectOne();
    assertThat(message.properties().getHeaders())
        .hasSize(4)
        .containsEntry("pages", 3)
        .containsEntry("urgent", true)
        .containsEntry("weight", 0.5);
    assertThat(message.properties().getHeaders().get("format")).hasToString("pdf");
  }

  @Test
  void headersThatNobodyBoundAreNotRouted() {
    Answer answer =
        api.postJson("/api/logs/headers", "{\"headers\":{},\"text\":\"x\"}").assertStatus(202);
    assertThat(answer.json().get("routed").asBoolean()).isFalse();
  }

  private static MessageCollector bind(Channel channel, String match, Map<String, Object> headers)
      throws IOException {
    channel.exchangeDeclare("header_test", "headers");
    String queue = channel.queueDeclare().getQueue();
    Map<String, Object> arguments = new HashMap<>(headers);
    arguments.put("x-match", match);
    channel.queueBind(queue, "header_test", "", arguments);
    return MessageCollector.consume(channel, queue);
  }
}
