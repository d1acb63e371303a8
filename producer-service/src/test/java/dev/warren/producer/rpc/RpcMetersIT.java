package dev.warren.producer.rpc;

import static dev.warren.testkit.Bounds.soon;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.rabbitmq.client.Channel;
import dev.warren.contracts.Rpc;
import dev.warren.producer.Api;
import dev.warren.producer.ProducerTest;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@ProducerTest
class RpcMetersIT {

  private final Api api;
  private final MeterRegistry registry;

  RpcMetersIT(@LocalServerPort int port, @Autowired MeterRegistry registry) {
    this.api = new Api(port);
    this.registry = registry;
  }

  @AfterEach
  void leaveNoRequests(Channel channel) throws IOException {
    channel.queueDeclare(Rpc.QUEUE, true, false, false, Map.of("x-queue-type", "quorum"));
    channel.queuePurge(Rpc.QUEUE);
  }

  @Test
  void anAnswerIsTimed(Channel channel) throws IOException {
    double before = count("answered");
    ForeignServer.replying(channel, n -> "55");

    api.get("/api/fib/10").assertStatus(200);

    assertThat(count("answered")).isEqualTo(before + 1);
    assertThat(registry.get("warren.rpc.round.trip").timer().count()).isEqualTo((long) before + 1);
  }

  @Test
  void whatCameInsteadOfAnAnswerIsToldApart(Channel channel) throws IOException {
    double errors = count("error");
    double absent = count("no-server");

    api.get("/api/fib/10?timeout=60s").assertProblem(503, "no-rpc-server");
    ForeignServer.replying(channel, n -> "not a number");
    api.get("/api/fib/10").assertProblem(502, "rpc-bad-reply");

    assertThat(count("no-server")).isEqualTo(absent + 1);
    assertThat(count("error")).isEqualTo(errors + 1);
  }

  @Test
  void aReplyThatComesTooLateIsCounted(Channel channel) throws IOException {
    double timeouts = count("timeout");
    double late = lateReplies();
    ForeignServer server = ForeignServer.silent(channel);
    api.get("/api/fib/5?timeout=300ms").assertProblem(504, "rpc-timeout");
    assertThat(lateReplies()).isEqualTo(late);

    server.reply(server.requests().get(0), "5".getBytes(UTF_8));

    soon().until(() -> lateReplies() == late + 1);
    assertThat(count("timeout")).isEqualTo(timeouts + 1);
  }

  private double count(String outcome) {
    return registry.get("warren.rpc.calls").tag("outcome", outcome).counter().count();
  }

  private double lateReplies() {
    return registry.get("warren.rpc.late.replies").counter().count();
  }
}
