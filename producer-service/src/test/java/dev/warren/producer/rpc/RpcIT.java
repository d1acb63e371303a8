package dev.warren.producer.rpc;

import static dev.warren.testkit.Bounds.soon;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Delivery;
import dev.warren.contracts.Rpc;
import dev.warren.producer.Answer;
import dev.warren.producer.Api;
import dev.warren.producer.ProducerTest;
import dev.warren.testkit.MessageCollector;
import dev.warren.testkit.ReceivedMessage;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@ProducerTest
class RpcIT {

  private final Api api;

  RpcIT(@LocalServerPort int port) {
    this.api = new Api(port);
  }

  @AfterEach
  void leaveNoRequests(Channel channel) throws IOException {
    channel.queueDeclare(Rpc.QUEUE, true, false, false, Map.of("x-queue-type", "quorum"));
    channel.queuePurge(Rpc.QUEUE);
  }

  @Test
  void aTutorialServerAnswers(Channel channel) throws IOException {
    ForeignServer server = ForeignServer.replying(channel, n -> n.equals("30") ? "832040" : "?");

    Answer answer = api.get("/api/fib/30?timeout=10s").assertStatus(200);

    assertThat(answer.json().get("n").intValue()).isEqualTo(30);
    assertThat(answer.text("value")).isEqualTo("832040");
    assertThat(answer.text("server")).isEqualTo("unknown");
    assertThat(answer.json().get("elapsedMs").isIntegralNumber()).isTrue();
    BasicProperties request = server.requests().get(0).getProperties();
    assertThat(request.getDeliveryMode()).isEqualTo(1);
    assertThat(request.getExpiration())
        .satisfies(ms -> assertThat(Long.valueOf(ms)).isLessThanOrEqualTo(10_000));
  }

  @Test
  void theServersNameIsTold(Channel channel) throws IOException {
    serveWithHeader(channel, Rpc.SERVER_HEADER, "fib-7", "55");

    assertThat(api.get("/api/fib/10").assertStatus(200).text("server")).isEqualTo("fib-7");
  }

  @Test
  void theServersErrorIsAnError(Channel channel) throws IOException {
    serveWithHeader(channel, Rpc.ERROR_HEADER, "out-of-bounds", "n must be at most 20");

    Answer answer = api.get("/api/fib/21").assertProblem(502, "rpc-error");

    assertThat(answer.text("detail")).isEqualTo("n must be at most 20");
    assertThat(answer.text("code")).isEqualTo("out-of-bounds");
  }

  @Test
  void aReplyThatIsNoNumberIsNotPassedOn(Channel channel) throws IOException {
    ForeignServer.serve(
        channel, (server, request) -> server.reply(request, garbage(ForeignServer.body(request))));

    for (int i = 0; i < 5; i++) {
      api.get("/api/fib/" + i).assertProblem(502, "rpc-bad-reply");
    }
  }

  @Test
  void aQuestionThatMakesNoSenseIsNotAsked() {
    for (String wrong : new String[] {"ten", "-1", "100001", "1?timeout=61s", "1?timeout=soon"}) {
      api.get("/api/fib/" + wrong).assertProblem(400, "invalid-field");
    }
  }

  @Test
  void withoutAServerTheCallerLearnsItAtOnce() {
    Answer answer = api.get("/api/fib/10?timeout=60s").assertProblem(503, "no-rpc-server");

    assertThat(answer.headers().firstValue("Retry-After")).hasValue("1");
  }

  @Test
  void whenTheLastServerGoesTheCallerDoesNotWaitForItsReply(Channel channel) throws Exception {
    ForeignServer server = ForeignServer.silent(channel);
    CompletableFuture<Answer> call =
        CompletableFuture.supplyAsync(() -> api.get("/api/fib/10?timeout=60s"));
    soon().until(() -> server.requests().size() == 1);

    channel.close();

    call.join().assertProblem(503, "no-rpc-server");
  }

  @Test
  void withoutTheQueueThereIsNoServer(Channel channel) throws IOException {
    ForeignServer.replying(channel, n -> "1");
    api.get("/api/fib/1").assertStatus(200);

    channel.queueDelete(Rpc.QUEUE);

    api.get("/api/fib/1?timeout=60s").assertProblem(503, "no-rpc-server");
  }

  @Test
  void aLateReplyNeverReachesAnotherCaller(Channel channel) throws IOException {
    ForeignServer server = ForeignServer.silent(channel);
    api.get("/api/fib/5?timeout=300ms").assertProblem(504, "rpc-timeout");
    Delivery late = server.requests().get(0);

    CompletableFuture<Answer> next =
        CompletableFuture.supplyAsync(() -> api.get("/api/fib/10?timeout=20s"));
    server.reply(late, "5".getBytes(UTF_8));
    soon().until(() -> server.requests().size() == 2);
    server.reply(server.requests().get(1), "55".getBytes(UTF_8));

    assertThat(next.join().assertStatus(200).text("value")).isEqualTo("55");
  }

  @Test
  void theFirstOfTwoRepliesCountsAndTheSecondReachesNobody(Channel channel) throws IOException {
    ForeignServer.serve(
        channel,
        (server, request) -> {
          server.replyTooEarly(request, ForeignServer.body(request).getBytes(UTF_8));
          server.reply(request, "-1".getBytes(UTF_8));
        });

    for (int n = 1; n <= 50; n++) {
      Answer answer = api.get("/api/fib/" + n + "?timeout=10s").assertStatus(200);
      assertThat(answer.text("value")).isEqualTo(Integer.toString(n));
    }
  }

  @Test
  void aRequestThatNobodyWaitsForIsNotComputed(Channel channel, Channel other) throws IOException {
    ForeignServer busy = ForeignServer.silent(channel);
    api.get("/api/fib/1?timeout=300ms").assertProblem(504, "rpc-timeout");
    api.get("/api/fib/2?timeout=300ms").assertProblem(504, "rpc-timeout");

    ReceivedMessage dead = MessageCollector.consume(other, Rpc.DEAD_LETTER_QUEUE).expectOne();
    busy.reply(busy.requests().get(0), "1".getBytes(UTF_8));

    assertThat(dead.body()).isEqualTo("2");
    assertThat(dead.properties().getHeaders().get("x-first-death-reason")).hasToString("expired");
    assertThat(busy.requests()).hasSize(1);
  }

  private static void serveWithHeader(Channel channel, String header, String value, String body)
      throws IOException {
    BasicProperties properties =
        new BasicProperties.Builder().headers(Map.of(header, value)).build();
    ForeignServer.serve(
        channel, (server, request) -> server.reply(request, body.getBytes(UTF_8), properties));
  }

  private static byte[] garbage(String n) {
    return switch (n) {
      case "0" -> new byte[0];
      case "1" -> new byte[] {(byte) 0xFF, (byte) 0xFE};
      case "2" -> "-1".getBytes(UTF_8);
      case "3" -> "1.2e+21".getBytes(UTF_8);
      default -> "9".repeat(500_000).getBytes(UTF_8);
    };
  }
}
