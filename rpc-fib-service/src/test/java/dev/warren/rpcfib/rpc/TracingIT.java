package dev.warren.rpcfib.rpc;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.Channel;
import dev.warren.testkit.BrokerTest;
import dev.warren.testkit.ReceivedMessage;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

@BrokerTest
@SpringBootTest(
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {"warren.tracing.enabled=true", "management.tracing.export.otlp.enabled=false"})
class TracingIT {

  private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
  private static final String CALLER = "00f067aa0ba902b7";

  @Test
  void aReplyCarriesTheTraceOfItsRequestBack(Channel channel) throws IOException {
    ReceivedMessage reply = ask(channel, "00-" + TRACE + "-" + CALLER + "-01");

    assertThat(reply.body()).isEqualTo("55");
    assertThat(String.valueOf(reply.properties().getHeaders().get("traceparent")))
        .matches("00-" + TRACE + "-(?!" + CALLER + ")[0-9a-f]{16}-01");
  }

  @Test
  void aTraceThatIsNoneCostsNobodyTheReply(Channel channel) throws IOException {
    ReceivedMessage reply = ask(channel, 42);

    assertThat(reply.body()).isEqualTo("55");
  }

  private static ReceivedMessage ask(Channel channel, Object traceparent) throws IOException {
    TutorialClient client = TutorialClient.withReplyQueue(channel);
    BasicProperties request =
        new BasicProperties.Builder()
            .replyTo(client.replyTo())
            .headers(Map.of("traceparent", traceparent))
            .build();
    client.publish(request, "10".getBytes(US_ASCII));
    return client.replies().expectOne();
  }
}
