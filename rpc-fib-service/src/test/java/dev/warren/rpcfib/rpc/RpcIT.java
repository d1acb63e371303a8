package dev.warren.rpcfib.rpc;

import static dev.warren.testkit.assertions.BrokerAssertions.assertThatQueue;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import com.rabbitmq.client.Channel;
import dev.warren.contracts.Rpc;
import dev.warren.testkit.BrokerTest;
import dev.warren.testkit.ReceivedMessage;
import dev.warren.testkit.TestVhost;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

@BrokerTest
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "warren.rpc.name=fib-1")
class RpcIT {

  @Test
  void answersAClientWithAReplyQueue(Channel channel) throws Exception {
    ReceivedMessage reply = TutorialClient.withReplyQueue(channel).ask("30", "corr-1");

    assertThat(reply.body()).isEqualTo("832040");
    assertThat(reply.properties().getCorrelationId()).isEqualTo("corr-1");
    assertThat(reply.properties().getContentType()).isEqualTo("text/plain");
    assertThat(reply.properties().getHeaders().get(Rpc.SERVER_HEADER)).hasToString("fib-1");
    assertThat(reply.properties().getHeaders()).doesNotContainKey(Rpc.ERROR_HEADER);
  }

  @Test
  void answersAClientWithDirectReplyTo(Channel channel) throws Exception {
    ReceivedMessage reply = TutorialClient.withDirectReplyTo(channel).ask("47", "corr-2");

    assertThat(reply.body()).isEqualTo("2971215073");
    assertThat(reply.properties().getCorrelationId()).isEqualTo("corr-2");
  }

  @Test
  void answersWithNumbersOfAnyLength(Channel channel) throws Exception {
    ReceivedMessage reply = TutorialClient.withReplyQueue(channel).ask("100000", "corr-3");

    assertThat(reply.body()).hasSize(20_899).startsWith("25974069347221724166");
  }

  @Test
  void answersWithoutACorrelationIdIfTheRequestHasNone(Channel channel) throws Exception {
    TutorialClient client = TutorialClient.withReplyQueue(channel);

    client.send("10".getBytes(US_ASCII), null);

    ReceivedMessage reply = client.replies().expectOne();
    assertThat(reply.body()).isEqualTo("55");
    assertThat(reply.properties().getCorrelationId()).isNull();
  }

  @Test
  void answersEachOfManyRequestsOnceUnderItsOwnCorrelationId(Channel channel) throws Exception {
    TutorialClient client = TutorialClient.withDirectReplyTo(channel);
    for (int n = 0; n < 200; n++) {
      client.send(Integer.toString(n).getBytes(US_ASCII), "n" + n);
    }

    List<ReceivedMessage> replies = client.replies().expect(200);

    assertThat(replies)
        .allSatisfy(
            reply ->
                assertThat(reply.body())
                    .isEqualTo(
                        Fibonacci.of(
                                Integer.parseInt(
                                    reply.properties().getCorrelationId().substring(1)))
                            .toString()));
    assertThat(
            replies.stream()
                .map(r -> r.properties().getCorrelationId())
                .collect(Collectors.toSet()))
        .containsAll(IntStream.range(0, 200).mapToObj(n -> "n" + n).toList());
  }

  @Test
  void declaresTheQueuesAsTheClientDoes(TestVhost vhost) {
    assertThatQueue(vhost, Rpc.QUEUE)
        .isDurableQuorum()
        .hasDeadLetterQueue(Rpc.DEAD_LETTER_QUEUE)
        .hasConsumers(1)
        .hasMessages(0);
  }
}
