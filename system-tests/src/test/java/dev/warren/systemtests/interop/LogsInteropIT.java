package dev.warren.systemtests.interop;

import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.Channel;
import dev.warren.systemtests.suite.RunningSuite;
import dev.warren.systemtests.suite.Seen;
import dev.warren.systemtests.suite.Subscription;
import dev.warren.systemtests.suite.SystemTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The exchanges of the tutorials are declared alike in both generations. */
@SystemTest
class LogsInteropIT {

  private final RunningSuite suite;

  LogsInteropIT(RunningSuite suite) {
    this.suite = suite;
  }

  @Test
  void ourSubscribersReceiveFromAForeignSender() throws IOException {
    String text = Seen.uniqueText("A foreign log");
    try (ForeignClient sender = new ForeignClient(suite.broker());
        Subscription fanout = suite.subscribe("{'pattern':'fanout'}");
        Subscription direct = suite.subscribe("{'pattern':'direct','bindingKeys':['error']}");
        Subscription topic = suite.subscribe("{'pattern':'topic','bindingKeys':['kern.*']}");
        Subscription headers =
            suite.subscribe("{'pattern':'headers','headers':{'level':'high'},'match':'any'}")) {
      Channel channel = declareExchanges(sender);
      sender.publish("logs", "", text);
      sender.publish("direct_logs", "error", text);
      sender.publish("topic_logs", "kern.critical", text);
      BasicProperties high = new BasicProperties.Builder().headers(Map.of("level", "high")).build();
      channel.basicPublish("header_test", "", high, text.getBytes(StandardCharsets.UTF_8));

      Seen.byTheLogSubscriber(suite, fanout.id(), text);
      Seen.byTheLogSubscriber(suite, direct.id(), text);
      Seen.byTheLogSubscriber(suite, topic.id(), text);
      Seen.byTheLogSubscriber(suite, headers.id(), text);
    }
  }

  @Test
  void aForeignSubscriberReceivesFromOurProducer() throws IOException {
    receives("logs", "", Map.of(), "/api/logs", "{'text':'%s'}");
    receives(
        "direct_logs", "error", Map.of(), "/api/logs/direct", "{'severity':'error','text':'%s'}");
    receives(
        "topic_logs",
        "#.critical",
        Map.of(),
        "/api/logs/topic",
        "{'routingKey':'kern.critical','text':'%s'}");
    receives(
        "header_test",
        "",
        Map.of("x-match", "all", "level", "high"),
        "/api/logs/headers",
        "{'headers':{'level':'high'},'text':'%s'}");
  }

  private void receives(
      String exchange, String key, Map<String, Object> arguments, String path, String json)
      throws IOException {
    String text = Seen.uniqueText("A log for a foreign subscriber");
    try (ForeignClient subscriber = new ForeignClient(suite.broker())) {
      Channel channel = declareExchanges(subscriber);
      String queue = channel.queueDeclare().getQueue();
      channel.queueBind(queue, exchange, key, arguments);
      subscriber.receivingFrom(queue);
      suite.producer().postJson(path, json.formatted(text).replace('\'', '"'));
      Seen.eventually(exchange + " delivers " + text, () -> subscriber.received().contains(text));
    }
  }

  private static Channel declareExchanges(ForeignClient client) throws IOException {
    Channel channel = client.channel();
    channel.exchangeDeclare("logs", "fanout");
    channel.exchangeDeclare("direct_logs", "direct");
    channel.exchangeDeclare("topic_logs", "topic");
    channel.exchangeDeclare("header_test", "headers");
    return channel;
  }
}
