package dev.warren.producer.syslog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.producer.Answer;
import dev.warren.producer.Api;
import dev.warren.producer.ProducerApplication;
import dev.warren.testkit.Bounds;
import dev.warren.testkit.BrokerTest;
import dev.warren.testkit.Relay;
import dev.warren.testkit.TestVhost;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;

@BrokerTest
class BrokerLossIT {

  private static final String LINE = "<78>Oct 11 22:15:01 host CRON[3]: (root) CMD (true)\n";

  @Test
  void streamStopsWhereTheBrokerIsLostAndSaysWhatIsKnown(TestVhost vhost) throws IOException {
    try (Relay relay = Relay.shutTo(vhost.broker()).open();
        ConfigurableApplicationContext service = start(vhost, relay)) {
      Api api = new Api(portOf(service));
      api.postText("/api/logs/syslog", LINE).assertStatus(202);

      Answer answer = stream(api, List.of(lines(2_000), then(relay::shut), lines(20_000)));

      answer.assertStatus(503);
      assertThat(answer.text("type")).containsAnyOf("not-sent", "unconfirmed");
      JsonNode report = answer.json().get("report");
      int received = report.get("received").asInt();
      int failed = report.get("failed").asInt();
      assertThat(failed).isPositive();
      assertThat(received).isBetween(1, 21_999);
      assertThat(report.get("published").asInt()).isEqualTo(received - failed);

      relay.open();
      Bounds.soon().until(() -> api.postText("/api/logs/syslog", LINE).status() == 202);
    }
  }

  private static Answer stream(Api api, List<InputStream> parts) {
    return api.send(
        "POST",
        "/api/logs/syslog",
        "text/plain",
        BodyPublishers.ofInputStream(
            () -> new SequenceInputStream(Collections.enumeration(parts))));
  }

  private static InputStream lines(int count) {
    return new ByteArrayInputStream(LINE.repeat(count).getBytes(StandardCharsets.US_ASCII));
  }

  /** Nothing to send, but something to do when its turn is over. */
  private static InputStream then(Runnable action) {
    return new ByteArrayInputStream(new byte[0]) {
      @Override
      public void close() {
        action.run();
      }
    };
  }

  private static ConfigurableApplicationContext start(TestVhost vhost, Relay relay) {
    Stream<String> settings =
        Stream.concat(Stream.of("server.port=0"), vhost.springSettings(relay).stream());
    return new SpringApplicationBuilder(ProducerApplication.class)
        .run(settings.map(setting -> "--" + setting).toArray(String[]::new));
  }

  private static int portOf(ConfigurableApplicationContext service) {
    return service.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
  }
}
