package dev.warren.systemtests.fuzz.work;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.Delivery;
import dev.warren.contracts.TaskEvents;
import dev.warren.systemtests.faults.ledger.Effect;
import dev.warren.systemtests.suite.Broker;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Which tasks are done, as workers tell the stream of task events. A task is known by the first
 * word of its text, or by its id if it has none.
 */
public final class TaskWatch implements AutoCloseable {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Pattern FIRST_WORD = Pattern.compile("[. ]");
  private static final int PREFETCH = 500;

  private final Connection connection;
  private final Map<String, String> tokens = new ConcurrentHashMap<>();
  private final Map<String, Effect> done = new ConcurrentHashMap<>();

  private TaskWatch(Connection connection) {
    this.connection = connection;
  }

  /** From now on. */
  public static TaskWatch of(Broker broker) {
    TaskWatch watch = new TaskWatch(broker.connect());
    try {
      Channel channel = watch.connection.openChannel().orElseThrow();
      channel.basicQos(PREFETCH);
      channel.basicConsume(
          TaskEvents.STREAM,
          false,
          Map.of("x-stream-offset", "next"),
          (tag, delivery) -> watch.take(channel, delivery),
          tag -> {});
      return watch;
    } catch (IOException e) {
      throw new IllegalStateException("cannot read " + TaskEvents.STREAM, e);
    }
  }

  /** Every task that was done so far, as often as that was. */
  public List<Effect> effects() {
    return List.copyOf(done.values());
  }

  private void take(Channel channel, Delivery delivery) throws IOException {
    read(delivery.getBody()).forEach(this::take);
    channel.basicAck(delivery.getEnvelope().getDeliveryTag(), false);
  }

  /** Strangers write there too. */
  private static JsonNode read(byte[] body) {
    try {
      return JSON.readTree(body);
    } catch (JacksonException e) {
      return JSON.createArrayNode();
    }
  }

  private void take(JsonNode event) {
    String id = event.path("taskId").asString("");
    String text = event.path("text").asString("");
    if (!text.isEmpty()) {
      tokens.put(id, FIRST_WORD.split(text, 2)[0]);
    }
    if (event.path("type").asString("").equals("SUCCEEDED")) {
      String attempt = event.path("replays").asInt(0) + "/" + event.path("attempt").asInt(0);
      String token = tokens.getOrDefault(id, id);
      String worker = event.path("worker").asString("");
      done.put(id + "/" + attempt, new Effect(token, Effect.Kind.DONE, worker, Instant.now()));
    }
  }

  @Override
  public void close() {
    connection.abort();
  }
}
