package dev.warren.systemtests.fuzz.amqp;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ShutdownSignalException;
import dev.warren.systemtests.suite.Broker;
import java.io.IOException;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** Publishes one message at a time and learns what the broker makes of each. For one thread. */
final class Sender implements AutoCloseable {

  private static final long CONFIRM_MILLIS = 30_000;

  private final Broker broker;
  private final AtomicBoolean returned = new AtomicBoolean();
  private @Nullable Connection connection;
  private @Nullable Channel channel;

  Sender(Broker broker) {
    this.broker = broker;
  }

  /** What the broker makes of a message. */
  enum Outcome {
    /** It has it. */
    TAKEN,
    /** No queue wants it. */
    RETURNED,
    /** It does not take such a message, or the client library does not write it. */
    REFUSED,
    /** It says no, or nothing. */
    FAILED
  }

  Outcome send(HostileMessage message) {
    returned.set(false);
    try {
      Channel open = channel();
      open.basicPublish(
          message.destination().exchange(),
          message.key(),
          true,
          message.properties(),
          message.body().bytes().array());
      boolean isTaken = open.waitForConfirms(CONFIRM_MILLIS);
      return returned.get() ? Outcome.RETURNED : isTaken ? Outcome.TAKEN : Outcome.FAILED;
    } catch (IllegalArgumentException | ShutdownSignalException e) {
      return Outcome.REFUSED;
    } catch (IOException e) {
      return e.getCause() instanceof ShutdownSignalException ? Outcome.REFUSED : Outcome.FAILED;
    } catch (TimeoutException e) {
      return Outcome.FAILED;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Outcome.FAILED;
    }
  }

  /** A channel is closed by each refusal, and a connection by some. */
  private Channel channel() throws IOException {
    Channel known = channel;
    if (known != null && known.isOpen()) {
      return known;
    }
    Channel fresh = connection().openChannel().orElseThrow();
    fresh.confirmSelect();
    fresh.addReturnListener(message -> returned.set(true));
    channel = fresh;
    return fresh;
  }

  private Connection connection() {
    Connection known = connection;
    if (known == null || !known.isOpen()) {
      known = broker.connect();
      connection = known;
    }
    return known;
  }

  @Override
  public void close() {
    Connection known = connection;
    if (known != null) {
      known.abort();
    }
  }
}
