package dev.warren.rpcfib.rpc;

import static dev.warren.testkit.assertions.BrokerAssertions.assertThatQueue;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.GetResponse;
import dev.warren.contracts.Rpc;
import dev.warren.testkit.Bounds;
import dev.warren.testkit.BrokerTest;
import dev.warren.testkit.ReceivedMessage;
import dev.warren.testkit.TestBroker;
import dev.warren.testkit.TestVhost;
import java.math.BigInteger;
import java.util.Map;
import java.util.Objects;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

/** After each of these the server still answers, which every test asks. */
@BrokerTest
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "warren.rpc.max-n=1000")
class BadRequestIT {

  @Autowired private RpcStatistics statistics;

  @ParameterizedTest
  @CsvSource({
    "five, not-a-number",
    "'', not-a-number",
    "+5, not-a-number",
    "1e9, not-a-number",
    "-1, out-of-bounds",
    "1001, out-of-bounds",
    "99999999999999999999, out-of-bounds"
  })
  void isAnsweredWithAnErrorThatIsNoNumber(String body, String code, Channel channel)
      throws Exception {
    TutorialClient client = TutorialClient.withReplyQueue(channel);

    ReceivedMessage reply = client.ask(body, "corr");

    assertThat(reply.properties().getHeaders().get(Rpc.ERROR_HEADER)).hasToString(code);
    assertThat(reply.properties().getHeaders()).containsKey(Rpc.SERVER_HEADER);
    assertThat(reply.properties().getCorrelationId()).isEqualTo("corr");
    Assertions.assertThatExceptionOfType(NumberFormatException.class)
        .isThrownBy(() -> new BigInteger(reply.body()));
    assertStillAnswers(client);
  }

  @Test
  void ofAMebibyteIsAnsweredLikewise(Channel channel) throws Exception {
    TutorialClient client = TutorialClient.withDirectReplyTo(channel);

    ReceivedMessage reply = client.ask("9".repeat((1 << 20) - 1), "corr");

    assertThat(reply.properties().getHeaders().get(Rpc.ERROR_HEADER)).hasToString("out-of-bounds");
    assertThat(reply.body()).hasSizeLessThan(300);
    assertStillAnswers(client);
  }

  @Test
  void withStrangePropertiesIsAnsweredAsItsBodyAsks(TestBroker broker, Channel channel)
      throws Exception {
    TutorialClient client = TutorialClient.withReplyQueue(channel);
    BasicProperties strange =
        new BasicProperties.Builder()
            .replyTo(client.replyTo())
            .contentType("application/x-java-serialized-object")
            .contentEncoding("klingon")
            .deliveryMode(broker.atLeast(4, 0) ? 77 : 1) // refused by an older broker
            .headers(
                Map.of("__TypeId__", "java.lang.Runtime", "springBatchFormat", "lengthHeader4"))
            .build();

    client.publish(strange, "10".getBytes(US_ASCII));

    assertThat(client.replies().expectOne().body()).isEqualTo("55");
    assertStillAnswers(client);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "no.such.queue",
        "no.such.exchange/key",
        "amq.rabbitmq.reply-to.nonsense",
        "amq.rabbitmq.reply-to.g1h2AA5yZXBseUAxMTExMTExMQAAAAAAAAAAAAAAAA==.abc",
        "line\nbreak"
      })
  void withAnAddressThatIsNotThereIsCountedAndNotRepeated(
      String replyTo, Channel channel, TestVhost vhost) throws Exception {
    long before = undeliverable();
    TutorialClient client = TutorialClient.withReplyQueue(channel);

    client.publish(
        new BasicProperties.Builder().replyTo(replyTo).correlationId("corr").build(),
        "10".getBytes(UTF_8));

    Bounds.soon().until(() -> undeliverable() == before + 1);
    assertStillAnswers(client);
    assertThatQueue(vhost, Rpc.QUEUE).hasMessages(0);
    assertThat(undeliverable()).isEqualTo(before + 1);
  }

  @Test
  void ofAClientThatHasGoneIsNotRepeated(Connection connection, Channel channel, TestVhost vhost)
      throws Exception {
    try (Connection gone = vhost.connect()) {
      TutorialClient.withDirectReplyTo(gone.createChannel()).send("1000".getBytes(US_ASCII), "c");
    }

    assertStillAnswers(TutorialClient.withReplyQueue(channel));
    assertThatQueue(vhost, Rpc.QUEUE).hasMessages(0);
  }

  @Test
  void withoutAnAddressIsRejectedToTheDeadLetterQueue(Channel channel, TestVhost vhost)
      throws Exception {
    channel.basicPublish("", Rpc.QUEUE, null, "10".getBytes(US_ASCII));

    GetResponse dead =
        Bounds.soon().until(() -> channel.basicGet(Rpc.DEAD_LETTER_QUEUE, true), Objects::nonNull);

    assertThat(new String(dead.getBody(), US_ASCII)).isEqualTo("10");
    assertThat(dead.getProps().getHeaders().get("x-first-death-reason")).hasToString("rejected");
    assertStillAnswers(TutorialClient.withReplyQueue(channel));
    assertThatQueue(vhost, Rpc.QUEUE).hasMessages(0);
  }

  private long undeliverable() {
    return statistics.status("", 0).undeliverable();
  }

  private static void assertStillAnswers(TutorialClient client) throws Exception {
    assertThat(client.ask("30", "still").body()).isEqualTo("832040");
  }
}
