package dev.warren.testkit.assertions;

import static dev.warren.testkit.assertions.BrokerAssertions.assertThatExchange;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.rabbitmq.client.Channel;
import dev.warren.contracts.Routing;
import dev.warren.testkit.BrokerTest;
import dev.warren.testkit.MessageCollector;
import dev.warren.testkit.TestVhost;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

@BrokerTest
class ExchangeAssertIT {

  private static final Duration BRIEFLY = Duration.ofMillis(200);

  @Test
  void seesTypeDurabilityAndBindings(TestVhost vhost, Channel channel) throws IOException {
    channel.exchangeDeclare(Routing.EXCHANGE, "direct");
    MessageCollector.bind(channel, Routing.EXCHANGE, "info", "error");

    assertThatExchange(vhost, Routing.EXCHANGE)
        .hasType("direct")
        .isNotDurable()
        .hasBindings(2)
        .isBoundWith("error", "info");
    assertThatExchange(vhost, "amq.topic").hasType("topic").isDurable().hasBindings(0);
  }

  @Test
  void saysHowAnExchangeDiffersFromWhatIsExpected(TestVhost vhost) {
    ExchangeAssert topic = assertThatExchange(vhost, "amq.topic").within(BRIEFLY);

    assertThatThrownBy(() -> topic.hasType("direct"))
        .hasMessageContainingAll("type of amq.topic", "direct", "topic");
    assertThatThrownBy(topic::isNotDurable).hasMessageContaining("amq.topic is durable");
    assertThatThrownBy(() -> topic.hasBindings(1)).hasMessageContaining("bindings of amq.topic");
    assertThatThrownBy(() -> topic.isBoundWith("key")).hasMessageContaining("key");
  }

  @Test
  void saysThatAnExchangeIsMissing(TestVhost vhost) {
    assertThatThrownBy(() -> assertThatExchange(vhost, "missing").within(BRIEFLY).hasType("fanout"))
        .hasMessageContaining("exchange missing in " + vhost);
  }
}
