package dev.warren.systemtests.users;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ShutdownSignalException;
import java.nio.charset.StandardCharsets;

/**
 * Something that a user tries on the broker.
 *
 * @param user who tries
 * @param what in words
 * @param action what
 */
record Attempt(String user, String what, Action action) {

  /** One that publishes, and asks for the confirmation. */
  static Attempt publish(String user, String exchange, String key) {
    return new Attempt(
        user,
        "publishes to '%s' with key '%s'".formatted(exchange, key),
        channel -> {
          channel.confirmSelect();
          byte[] body = "from a test of users".getBytes(StandardCharsets.UTF_8);
          channel.basicPublish(exchange, key, null, body);
          channel.waitForConfirmsOrDie(10_000);
        });
  }

  /** One that consumes a queue. */
  static Attempt consume(String user, String queue) {
    return new Attempt(
        user,
        "consumes " + queue,
        channel -> {
          channel.basicQos(1);
          String tag = channel.basicConsume(queue, (id, delivery) -> {}, id -> {});
          channel.basicCancel(tag);
        });
  }

  /** One that declares a queue of its own. */
  static Attempt declare(String user, String queue) {
    return new Attempt(
        user, "declares " + queue, channel -> channel.queueDeclare(queue, false, true, true, null));
  }

  /** One that deletes a queue. */
  static Attempt delete(String user, String queue) {
    return new Attempt(user, "deletes " + queue, channel -> channel.queueDelete(queue));
  }

  /** Passes if it succeeds on a connection of its user. */
  void succeedsOn(Connection connection) throws Exception {
    try (connection;
        Channel channel = connection.createChannel()) {
      action.on(channel);
    }
  }

  /** Passes if the broker refuses it for its user's rights. */
  void isRefusedOn(Connection connection) throws Exception {
    try (connection) {
      Channel channel = connection.createChannel();
      assertThatThrownBy(() -> action.on(channel)).isNotNull();
      ShutdownSignalException reason = channel.getCloseReason();
      assertThatThrownBy(
              () -> {
                throw reason;
              })
          .hasMessageContaining("reply-code=" + AMQP.ACCESS_REFUSED)
          .hasMessageContaining("refused for user '" + user + "'");
    }
  }

  @Override
  public String toString() {
    return user + " " + what;
  }

  /** What is tried on an open channel. */
  @FunctionalInterface
  interface Action {
    void on(Channel channel) throws Exception;
  }
}
