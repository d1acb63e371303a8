package dev.warren.producer.syslog;

import static dev.warren.producer.Messages.assertSent;
import static org.assertj.core.api.Assertions.assertThat;

import com.rabbitmq.client.Channel;
import dev.warren.producer.Answer;
import dev.warren.producer.Api;
import dev.warren.producer.ProducerTest;
import dev.warren.testkit.MessageCollector;
import dev.warren.testkit.ReceivedMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@ProducerTest
class SyslogIT {

  private static final String SYSLOG = "/api/logs/syslog";
  private static final String SU = "<34>1 2026-10-11T22:14:15.003Z host su - ID47 - it's 'su'";
  private static final String KERNEL = "<4>Oct 11 22:14:15 host kernel: out of carrots";
  private static final String CRON = "<78>Oct 11 22:15:01 host CRON[3]: (root) CMD (true)";

  private final Api api;

  SyslogIT(@LocalServerPort int port) {
    this.api = new Api(port);
  }

  @Test
  void eachLineIsAMessageUnderItsFacilityAndSeverity(Channel channel) throws IOException {
    MessageCollector all = bind(channel, "#");
    Answer answer =
        api.postText(SYSLOG, SU + "\n" + KERNEL + "\r\n\nwhat?\n" + CRON).assertStatus(202);
    assertThat(counts(answer)).containsExactly(4, 3, 0, 1, 0);
    List<ReceivedMessage> received = all.expect(3);
    assertThat(received)
        .extracting(ReceivedMessage::routingKey)
        .containsExactly("auth.critical", "kern.warning", "cron.info");
    for (ReceivedMessage message : received) {
      assertThat(List.of(SU, KERNEL, CRON)).contains(message.body());
      assertSent(message, message.properties().getMessageId(), message.body());
    }
    all.expectNothingElse();
  }

  @Test
  void malformedLineIsShownWithItsNumber() {
    Answer answer = api.postText(SYSLOG, SU + "\n\nwhat?\n").assertStatus(202);
    JsonNode sample = answer.json().get("malformedSamples").get(0);
    assertThat(sample.get("line").asInt()).isEqualTo(3);
    assertThat(sample.get("excerpt").asString()).isEqualTo("what?");
    assertThat(sample.get("reason").asString()).contains("priority");
  }

  @Test
  void subscribersMayUseTheTutorialsSeveritiesOrSyslogs(Channel channel) throws IOException {
    MessageCollector tutorial = bind(channel, "*.critical");
    MessageCollector syslog = bind(channel, "auth.crit");
    MessageCollector both = bind(channel, "*.critical", "*.crit", "auth.#");
    api.postText(SYSLOG, SU).assertStatus(202);
    for (MessageCollector subscriber : List.of(tutorial, syslog, both)) {
      assertThat(subscriber.expectOne().body()).isEqualTo(SU);
      subscriber.expectNothingElse();
    }
  }

  @Test
  void linesThatNobodyListensToAreCounted() {
    Answer answer = api.postText(SYSLOG, KERNEL + "\n" + CRON).assertStatus(202);
    assertThat(counts(answer)).containsExactly(2, 2, 2, 0, 0);
  }

  @Test
  void streamMayBeLongerThanABatch(Channel channel) throws IOException {
    MessageCollector all = bind(channel, "#");
    int lines = 30_000;
    byte[] body = (KERNEL + "\n").repeat(lines).getBytes(StandardCharsets.UTF_8);
    api.send("POST", SYSLOG, "text/plain", BodyPublishers.ofByteArray(body))
        .assertProblem(413, "body-too-large");
    all.expectNothingElse();
    Answer answer =
        api.send(
                "POST",
                SYSLOG,
                "text/plain",
                BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)))
            .assertStatus(202);
    assertThat(counts(answer)).containsExactly(lines, lines, 0, 0, 0);
    all.expect(lines);
  }

  @Test
  void missingExchangeIsReportedWithTheCounts(Channel channel) throws IOException {
    api.postText(SYSLOG, SU).assertStatus(202);
    channel.exchangeDelete("topic_logs");
    int lines = 5_000;
    Answer answer = api.postText(SYSLOG, (CRON + "\n").repeat(lines));
    channel.exchangeDeclare("topic_logs", "topic");
    answer.assertStatus(503);
    JsonNode report = answer.json().get("report");
    assertThat(report.get("failed").asInt()).isPositive();
    // The exchange is declared again at once, which a few lines on their way may live to see.
    assertThat(report.get("published").asInt()).isLessThan(lines / 2);
    assertThat(answer.text("detail")).startsWith("Stopped at line ");
  }

  private static MessageCollector bind(Channel channel, String... keys) throws IOException {
    channel.exchangeDeclare("topic_logs", "topic");
    return MessageCollector.bind(channel, "topic_logs", keys);
  }

  private static List<Integer> counts(Answer answer) {
    return List.of("received", "published", "unrouted", "malformed", "failed").stream()
        .map(name -> answer.json().get(name).asInt())
        .toList();
  }
}
