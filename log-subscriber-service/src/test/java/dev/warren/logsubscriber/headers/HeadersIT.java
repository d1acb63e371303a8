package dev.warren.logsubscriber.headers;

import static dev.warren.testkit.assertions.BrokerAssertions.assertThatExchange;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.Channel;
import dev.warren.logsubscriber.Api;
import dev.warren.logsubscriber.LogSubscriberTest;
import dev.warren.testkit.TestVhost;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@LogSubscriberTest
class HeadersIT {

  private static final Map<String, Object> REPORT_IN_PDF =
      Map.of("format", "pdf", "type", "report", "pages", 7L, "x-level", "high");

  private final Api api;

  @Autowired
  HeadersIT(@LocalServerPort int port) {
    this.api = new Api(port);
  }

  @ParameterizedTest(name = "{1} of {0}: {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          'format':'pdf','type':'report' | all        | true
          'format':'pdf','type':'log'    | all        | false
          'format':'pdf','type':'log'    | any        | true
          'format':'txt','type':'log'    | any        | false
          'format':'pdf','x-level':'low' | all        | true
          'format':'pdf','x-level':'low' | all-with-x | false
          'format':'txt','x-level':'high'| any        | false
          'format':'txt','x-level':'high'| any-with-x | true
          'format':null                  | all        | true
          'absent':null                  | all        | false
          'pages':7                      | all        | true
          'pages':'7'                    | all        | false
          """)
  void comparesHeaders(String headers, String match, boolean arrives, Channel channel)
      throws IOException {
    String json = "{'pattern':'headers','match':'%s','headers':{%s}}".formatted(match, headers);
    String subscription = subscribe(json);

    assertThat(arrives(subscription, channel)).isEqualTo(arrives);
    api.delete("/api/subscriptions/" + subscription);
  }

  @Test
  void withoutAnyHeaderToCompareEverythingArrives(Channel channel) throws IOException {
    assertThat(arrives(subscribe("{'pattern':'headers'}"), channel)).isTrue();
  }

  @Test
  void bothReceiversGetEverythingByDefault(Channel channel, TestVhost vhost) throws IOException {
    assertThatExchange(vhost, "header_test").hasType("headers").isNotDurable();
    String text = UUID.randomUUID().toString();

    publish(channel, REPORT_IN_PDF, text);

    api.await("headers-screen", text).await("headers-file", text);
    assertThat(api.received("headers-screen"))
        .anyMatch(message -> message.path("headers").path("format").asString().equals("pdf"));
  }

  private String subscribe(String json) {
    return api.subscribe(json).path("id").asString();
  }

  /** Whether the report does; shown by a message behind it that matches for certain. */
  private boolean arrives(String subscription, Channel channel) throws IOException {
    String text = "report " + UUID.randomUUID();
    String sentinel = "sentinel " + UUID.randomUUID();
    String queue = api.get("/api/subscriptions/" + subscription).json().path("queue").asString();
    publish(channel, REPORT_IN_PDF, text);
    channel.basicPublish("", queue, null, sentinel.getBytes(UTF_8));
    api.await(subscription, sentinel);
    return api.texts(subscription).equals(List.of(text, sentinel));
  }

  private static void publish(Channel channel, Map<String, Object> headers, String text)
      throws IOException {
    BasicProperties properties = new BasicProperties.Builder().headers(headers).build();
    channel.basicPublish("header_test", "", properties, text.getBytes(UTF_8));
  }
}
