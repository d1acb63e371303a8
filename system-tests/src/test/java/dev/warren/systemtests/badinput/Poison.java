package dev.warren.systemtests.badinput;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.rabbitmq.client.AMQP.BasicProperties;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** A message that no consumer asked for. */
final class Poison {

  private final String name;
  private final byte[] body;
  private final BasicProperties properties;

  private Poison(String name, byte[] body, Consumer<BasicProperties.Builder> properties) {
    this.name = name;
    this.body = body;
    BasicProperties.Builder builder = new BasicProperties.Builder();
    properties.accept(builder);
    this.properties = builder.build();
  }

  static Stream<Poison> all() {
    return Stream.of(
        new Poison("not UTF-8", bytes(0xc3, 0x28, 0xff), none -> {}),
        new Poison("empty", new byte[0], none -> {}),
        new Poison("a KiB of NUL", new byte[1024], none -> {}),
        new Poison(
            "a serialized object",
            bytes(0xac, 0xed, 0, 5, 's', 'r'),
            p -> p.contentType("application/x-java-serialized-object")),
        text("broken JSON", "{\"text\":", p -> p.contentType("application/json")),
        text("no media type", "30", p -> p.contentType("////;;;")),
        text("no charset", "30", p -> p.contentType("text/plain;charset=no").contentEncoding("no")),
        text("hostile type", "{\"command\":\"ls\"}", Poison::typeOfAProcess),
        text("no such reply queue", "30", p -> p.replyTo("no-such-queue").correlationId("1")),
        text("broken direct reply-to", "30", p -> p.replyTo("amq.rabbitmq.reply-to.nonsense")),
        text("odd headers", "odd", Poison::oddHeaders));
  }

  private static void typeOfAProcess(BasicProperties.Builder properties) {
    properties
        .contentType("application/json")
        .headers(Map.of("__TypeId__", "java.lang.ProcessBuilder"));
  }

  private static void oddHeaders(BasicProperties.Builder properties) {
    properties
        .priority(255)
        .messageId("")
        .headers(Map.of("retry_count", "many", "x-death", "mine", "spring_listener_return", 1));
  }

  private static Poison text(
      String name, String body, Consumer<BasicProperties.Builder> properties) {
    return new Poison(name, body.getBytes(UTF_8), properties);
  }

  private static byte[] bytes(int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return bytes;
  }

  byte[] body() {
    return body.clone();
  }

  BasicProperties properties() {
    return properties;
  }

  @Override
  public String toString() {
    return name;
  }
}
