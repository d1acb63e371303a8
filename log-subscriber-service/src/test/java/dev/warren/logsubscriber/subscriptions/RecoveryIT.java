package dev.warren.logsubscriber.subscriptions;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.Channel;
import dev.warren.logsubscriber.Api;
import dev.warren.logsubscriber.LogSubscriberApplication;
import dev.warren.testkit.Bounds;
import dev.warren.testkit.BrokerTest;
import dev.warren.testkit.Relay;
import dev.warren.testkit.TestVhost;
import dev.warren.testkit.management.ConnectionInfo;
import dev.warren.testkit.management.ManagementClient;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** Without a broker, and after the loss of one, subscriptions come (back) by themselves. */
@BrokerTest
class RecoveryIT {

  private static final Duration RECONNECTED = Duration.ofSeconds(60);
  private static final String TOPIC = "{'pattern':'topic','bindingKeys':['kern.*','*.critical']}";

  private Relay relay;
  private ConfigurableApplicationContext service;
  private Api api;

  @BeforeEach
  void startWithoutABroker(TestVhost vhost) throws IOException {
    relay = Relay.shutTo(vhost.broker());
    String[] settings =
        Stream.concat(
                vhost.springSettings(relay).stream(),
                Stream.of(
                    "server.port=0",
                    "warren.topology.repair-interval=1s",
                    "warren.log-file.directory=target/logs/" + vhost))
            .map(setting -> "--" + setting)
            .toArray(String[]::new);
    service = new SpringApplicationBuilder(LogSubscriberApplication.class).run(settings);
    api = new Api(Integer.parseInt(service.getEnvironment().getProperty("local.server.port", "")));
  }

  @AfterEach
  void stop() throws IOException {
    service.close();
    relay.close();
  }

  @Test
  void startsWithoutABrokerAndSubscribesWhenThereIsOne(Channel channel) throws IOException {
    api.get("/actuator/health/liveness").assertStatus(200);
    api.get("/actuator/health/readiness").assertStatus(503);
    api.post("/api/subscriptions", TOPIC.replace('\'', '"'))
        .assertProblem(503, "broker-unavailable");
    assertThat(states()).hasSize(8).containsOnly("reconnecting");

    relay.open();

    awaitAllConsuming();
    awaitArrival(channel, "topic-screen", "topic-file");
    api.get("/actuator/health/readiness").assertStatus(200);
  }

  @Test
  void comesBackWithItsBindingsAfterTheBrokerWasAway(Channel channel) throws IOException {
    relay.open();
    awaitAllConsuming();
    String subscription = api.subscribe(TOPIC).path("id").asString();

    relay.shut();
    Bounds.soon().until(() -> states().stream().noneMatch("consuming"::equals));
    relay.open();

    awaitAllConsuming();
    awaitArrival(channel, subscription, "topic-screen", "topic-file");
  }

  @Test
  void comesBackAfterAnOperatorClosedItsConnection(
      Channel channel, TestVhost vhost, ManagementClient management) throws IOException {
    relay.open();
    awaitAllConsuming();
    String subscription = api.subscribe(TOPIC).path("id").asString();
    List<ConnectionInfo> ours = ourConnections(vhost, management);

    ours.forEach(management::closeConnection);

    Bounds.within(RECONNECTED)
        .until(() -> ourConnections(vhost, management).stream().noneMatch(ours::contains));
    awaitArrival(channel, subscription, "topic-screen", "topic-file");
  }

  /** The client library closes the connection at a header that is nested too deeply. */
  @Test
  void comesBackAfterAMessageThatBreaksItsConnection(Channel channel) throws IOException {
    relay.open();
    awaitAllConsuming();
    String subscription = api.subscribe(TOPIC).path("id").asString();
    List<Object> nested = List.of();
    for (int i = 0; i < 100; i++) {
      nested = List.of(nested);
    }
    BasicProperties deep = new BasicProperties.Builder().headers(Map.of("deep", nested)).build();

    channel.basicPublish("topic_logs", "kern.critical", deep, new byte[0]);

    awaitArrival(channel, subscription, "topic-screen", "topic-file");
  }

  @Test
  void hearsAgainAfterAnOperatorDeletedItsExchange(Channel channel) throws IOException {
    relay.open();
    awaitAllConsuming();
    String subscription = api.subscribe(TOPIC).path("id").asString();
    awaitArrival(channel, subscription);

    channel.exchangeDelete("topic_logs"); // with all bindings; nobody is told
    channel.exchangeDeclare("topic_logs", "topic"); // by a publisher

    awaitArrival(channel, subscription, "topic-screen", "topic-file");
  }

  private static List<ConnectionInfo> ourConnections(TestVhost vhost, ManagementClient management) {
    return Bounds.within(RECONNECTED)
        .until(
            () ->
                management.connections(vhost.name()).stream()
                    .filter(each -> String.valueOf(each.providedName()).startsWith("rabbit"))
                    .toList(),
            connections -> !connections.isEmpty());
  }

  private List<String> states() {
    return api.get("/api/subscriptions").json().findValuesAsString("state");
  }

  private void awaitAllConsuming() {
    Bounds.within(RECONNECTED).until(() -> states().stream().allMatch("consuming"::equals));
  }

  /** Until one message arrives at all of them: what is published too early is rightly lost. */
  private void awaitArrival(Channel channel, String... subscriptions) {
    Bounds.within(RECONNECTED)
        .ignoreException(ConditionTimeoutException.class)
        .untilAsserted(
            () -> {
              String text = UUID.randomUUID().toString();
              channel.basicPublish("topic_logs", "kern.critical", null, text.getBytes(UTF_8));
              for (String subscription : subscriptions) {
                Bounds.within(Duration.ofSeconds(1))
                    .until(() -> api.texts(subscription).contains(text));
              }
            });
  }
}
