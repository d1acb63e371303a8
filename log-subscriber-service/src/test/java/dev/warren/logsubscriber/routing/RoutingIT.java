package dev.warren.logsubscriber.routing;

import static dev.warren.testkit.assertions.BrokerAssertions.assertThatExchange;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.rabbitmq.client.Channel;
import dev.warren.logsubscriber.Api;
import dev.warren.logsubscriber.LogSubscriberTest;
import dev.warren.logsubscriber.receivers.LogFileProperties;
import dev.warren.testkit.Bounds;
import dev.warren.testkit.TestVhost;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

@LogSubscriberTest
@ExtendWith(OutputCaptureExtension.class)
class RoutingIT {

  private final Api api;
  private final Path file;

  @Autowired
  RoutingIT(LogFileProperties settings, @LocalServerPort int port) {
    this.api = new Api(port);
    this.file = settings.directory().resolve("logs_from_rabbit.log");
  }

  @Test
  void bothReceiversAreBoundWithTheTutorialsSeverities(TestVhost vhost) {
    assertThatExchange(vhost, "direct_logs")
        .hasType("direct")
        .isNotDurable()
        .isBoundWith("info", "info", "warning", "warning", "error", "error");
  }

  @Test
  void severitiesThatNobodyAskedForDoNotArrive(Channel channel) throws IOException {
    publish(channel, "info", "routing 1");
    publish(channel, "debug", "routing 2");
    publish(channel, "Error", "routing 3");
    publish(channel, "error", "routing 4");

    api.await("direct-screen", "routing 4").await("direct-file", "routing 4");
    assertThat(api.texts("direct-screen")).contains("routing 1").doesNotContain("routing 2");
    assertThat(api.texts("direct-file")).contains("routing 1").doesNotContain("routing 3");
  }

  @Test
  void theSeverityIsPrintedBeforeTheText(Channel channel, CapturedOutput output)
      throws IOException {
    String subscription = errorsOnly();

    publish(channel, "warning", "low disk");
    publish(channel, "error", "disk full");

    api.await(subscription, "disk full").await("direct-file", "disk full");
    assertThat(api.texts(subscription)).containsExactly("disk full");
    api.delete("/api/subscriptions/" + subscription).assertStatus(204);
    Bounds.soon().until(() -> output.getOut().contains(" :  [x] error:disk full"));
    Bounds.soon().until(() -> Files.readString(file).contains(" [x] error:disk full\n"));
  }

  private String errorsOnly() {
    return api.subscribe("{'pattern':'direct','bindingKeys':['error']}").path("id").asString();
  }

  private static void publish(Channel channel, String severity, String text) throws IOException {
    channel.basicPublish("direct_logs", severity, null, text.getBytes(UTF_8));
  }
}
