package dev.warren.systemtests.badinput;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.RpcClient;
import com.rabbitmq.client.RpcClientParams;
import dev.warren.contracts.Rpc;
import dev.warren.systemtests.suite.RunningSuite;
import dev.warren.systemtests.suite.SystemTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@SystemTest
class BadNumbersIT {

  private static final int TIMEOUT_MS = 10_000;

  private final RunningSuite suite;

  BadNumbersIT(RunningSuite suite) {
    this.suite = suite;
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "abc", "-1", "1.5", "0x1e", "\u0663\u0660", "99999999999999999999"})
  void whatIsNoNumberIsAnsweredWithAnErrorAndTheServerGoesOn(String body) throws Exception {
    try (Connection connection = suite.broker().connect()) {
      RpcClient client =
          new RpcClient(
              new RpcClientParams()
                  .channel(connection.createChannel())
                  .exchange("")
                  .routingKey(Rpc.QUEUE)
                  .timeout(TIMEOUT_MS));

      RpcClient.Response error = client.doCall(new BasicProperties(), body.getBytes(UTF_8));
      RpcClient.Response result = client.doCall(new BasicProperties(), "30".getBytes(UTF_8));

      assertThat(error.getProperties().getHeaders()).containsKey(Rpc.ERROR_HEADER);
      assertThat(error.getBody()).isNotEmpty();
      assertThat(result.getProperties().getHeaders()).doesNotContainKey(Rpc.ERROR_HEADER);
      assertThat(new String(result.getBody(), UTF_8)).isEqualTo("832040");
    }
  }
}
