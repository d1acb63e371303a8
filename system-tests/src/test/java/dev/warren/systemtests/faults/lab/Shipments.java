package dev.warren.systemtests.faults.lab;

import static org.awaitility.Awaitility.await;

import dev.warren.systemtests.faults.ledger.Effect;
import dev.warren.systemtests.suite.Answer;
import dev.warren.systemtests.suite.RunningSuite;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** The effects of orders: what the workers say that was shipped, page by page. */
public final class Shipments {

  private static final int PAGE = 1000;
  private static final Duration LIMIT = Duration.ofMinutes(1);

  private final RunningSuite suite;
  private final long start;

  private Shipments(RunningSuite suite, long start) {
    this.suite = suite;
    this.start = start;
  }

  /** Those that are not there yet. Waits for the database, which may just be taken over. */
  public static Shipments fromNowOn(RunningSuite suite) {
    List<JsonNode> known =
        await("the shipments that are there")
            .atMost(LIMIT)
            .ignoreExceptions()
            .until(new Shipments(suite, 0)::rows, rows -> true);
    return new Shipments(suite, known.isEmpty() ? 0 : idOf(known.get(known.size() - 1)));
  }

  /** All of them so far; the item of an order is its token. */
  public List<Effect> read() {
    return rows().stream()
        .map(
            row ->
                new Effect(
                    row.path("item").asString(),
                    Effect.Kind.DONE,
                    row.path("worker").asString(),
                    Instant.parse(row.path("shippedAt").asString())))
        .toList();
  }

  /** From the start each time: a transaction may be committed after one with a larger id. */
  private List<JsonNode> rows() {
    List<JsonNode> rows = new ArrayList<>();
    List<JsonNode> page = page(start);
    while (!page.isEmpty()) {
      rows.addAll(page);
      page = page(idOf(page.get(page.size() - 1)));
    }
    return rows;
  }

  private List<JsonNode> page(long after) {
    Answer answer =
        suite
            .members("worker")
            .get(0)
            .client()
            .get("/api/shipments?after=%d&limit=%d".formatted(after, PAGE));
    if (answer.status() != 200) {
      throw new IllegalStateException("the shipments answered " + answer.body());
    }
    return answer.json().valueStream().toList();
  }

  private static long idOf(JsonNode row) {
    return row.path("id").asLong();
  }
}
