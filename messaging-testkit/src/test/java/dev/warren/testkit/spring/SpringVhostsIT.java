package dev.warren.testkit.spring;

import static dev.warren.testkit.assertions.BrokerAssertions.assertThatQueue;
import static org.assertj.core.api.Assertions.assertThat;

import com.rabbitmq.client.Channel;
import dev.warren.contracts.WorkQueue;
import dev.warren.testkit.Bounds;
import dev.warren.testkit.BrokerTest;
import dev.warren.testkit.TestVhost;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.TestPropertySource;

@BrokerTest
@SpringBootTest(classes = EchoApplication.class)
class SpringVhostsIT {

  @Autowired EchoApplication application;
  @Autowired TestVhost contextVhost;

  @Test
  void plainClientMeetsTheApplicationInItsVhost(Channel channel) throws Exception {
    send(channel, "hello");

    assertThat(application.received.poll(Bounds.SOON.toSeconds(), TimeUnit.SECONDS))
        .isEqualTo("hello");
  }

  @Test
  void methodTakesTheVhostOfTheContext(TestVhost vhost) {
    assertThat(vhost).isSameAs(contextVhost);
    assertThat(vhost.name()).startsWith("SpringVhostsIT.");
    assertThatQueue(vhost, WorkQueue.QUEUE).hasConsumers(1);
  }

  @Nested
  class NestedAlike {

    @Test
    void sharesTheContext(TestVhost vhost, @Autowired EchoApplication sameApplication) {
      assertThat(vhost).isSameAs(contextVhost);
      assertThat(sameApplication).isSameAs(application);
    }
  }

  @Nested
  @TestPropertySource(properties = "different=true")
  class NestedWithSettingsOfItsOwn {

    @Test
    void hasAContextAndAVhostOfItsOwn(
        TestVhost vhost, Channel channel, @Autowired EchoApplication own) throws Exception {
      assertThat(vhost.name()).startsWith("SpringVhostsIT.");
      send(channel, "for the nested one");

      assertThat(own.received.poll(Bounds.SOON.toSeconds(), TimeUnit.SECONDS))
          .isEqualTo("for the nested one");
    }
  }

  private static void send(Channel channel, String text) throws IOException {
    channel.basicPublish("", WorkQueue.QUEUE, null, text.getBytes(StandardCharsets.UTF_8));
  }
}
