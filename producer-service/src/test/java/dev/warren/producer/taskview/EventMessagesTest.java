package dev.warren.producer.taskview;

import static dev.warren.producer.taskview.Events.submitted;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.contracts.TaskEvent;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class EventMessagesTest {

  private static final String EVENT =
      "{\"type\":\"SUBMITTED\",\"taskId\":\"a\",\"text\":\"text of a\",\"attempt\":0,"
          + "\"at\":\"2026-01-01T00:00:00Z\"";

  private final JsonMapper json = new JsonMapper();
  private final OwnBatches own = new OwnBatches();
  private final EventMessages messages = new EventMessages(json, own);

  @Test
  void readsWhatThePublisherWrites() {
    List<TaskEvent> events = List.of(submitted("a"), Events.started("a", 1), Events.failed("a", 1));

    assertThat(messages.read("id", json.writeValueAsBytes(events))).isEqualTo(events);
  }

  @Test
  void takesApartWhatWasToldInOne() {
    TaskEvent started = Events.started("a", 1);
    TaskEvent succeeded = Events.succeeded("a", 1);
    List<TaskEvent> told = List.of(succeeded.including(started), submitted("b"));

    assertThat(messages.read("id", json.writeValueAsBytes(told)))
        .containsExactly(started, succeeded, submitted("b"));
  }

  @Test
  void knowsWhatThisReplicaAppended() {
    TaskEvent event = submitted("a");
    own.appending("id", "[{}]".getBytes(UTF_8), List.of(event));

    assertThat(read("[{}]")).singleElement().isSameAs(event);
    assertThat(read("[{}]")).containsExactly((TaskEvent) null); // somebody repeated it
  }

  @Test
  void believesAnotherMessageWithTheSameIdItsOwnBody() {
    own.appending("id", "[{}]".getBytes(UTF_8), List.of(submitted("a")));

    assertThat(read("[" + EVENT.replace("\"a\"", "\"b\"") + "}]"))
        .extracting(event -> event == null ? null : event.taskId())
        .containsExactly("b");
  }

  @Test
  void keepsOnlyTheLatestOfWhatItAppended() {
    for (int i = 0; i < 17; i++) {
      own.appending("id-" + i, new byte[] {(byte) i}, List.of());
    }

    assertThat(own.take("id-0", new byte[] {0})).isNull();
    assertThat(own.take("id-1", new byte[] {1})).isEmpty();
  }

  @Test
  void readsWhatANewerVersionWrites() {
    assertThat(read("[" + EVENT + ",\"mood\":\"good\"}]")).containsExactly(submitted("a"));
  }

  @Test
  void skipsOnlyWhatCannotBeRead() {
    assertThat(read("[" + EVENT + "},{\"type\":\"DANCED\"},null,7,{}," + EVENT + "}]"))
        .containsExactly(submitted("a"), null, null, null, null, submitted("a"));
  }

  @Test
  void theMarkerHoldsNoEvents() {
    assertThat(read("[]")).isEmpty();
  }

  @Test
  void refusesAnIdThatIsTooLongForAMessage() {
    String longId = EVENT.replace("\"a\"", "\"" + "a".repeat(256) + "\"");

    assertThat(read("[" + longId + "}]")).containsExactly((TaskEvent) null);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "null", "{", "{}", "17", "\"text\"", "\u0000", "[[[[", "hello"})
  void whatIsNoArrayCountsAsOneUnreadableEvent(String body) {
    assertThat(read(body)).containsExactly((TaskEvent) null);
  }

  private List<@Nullable TaskEvent> read(String body) {
    return messages.read("id", body.getBytes(UTF_8));
  }
}
