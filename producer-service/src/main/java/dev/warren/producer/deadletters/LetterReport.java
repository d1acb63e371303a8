package dev.warren.producer.deadletters;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.warren.messaging.web.ProblemException;
import dev.warren.producer.publishing.Outcomes;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/**
 * What became of letters.
 *
 * @param total how many were meant
 * @param done how many of them were replayed, or discarded
 * @param more there was more than one call may do, or the broker stopped taking them: ask again
 * @param error what broke this off before it was through; absent if nothing did
 * @param items what became of each, in their order
 */
@Schema(name = "DeadLetterReport")
@JsonInclude(JsonInclude.Include.NON_NULL)
record LetterReport(int total, int done, boolean more, @Nullable String error, List<Item> items) {

  static final int MAX_ITEMS = 10_000;

  static LetterReport of(
      List<Item> items, Collection<String> missing, boolean more, @Nullable String error) {
    List<Item> all = new ArrayList<>(items);
    missing.forEach(id -> all.add(Item.missing(id, more)));
    int done = (int) all.stream().filter(Item::isDone).count();
    return new LetterReport(all.size(), done, more, error, List.copyOf(all));
  }

  /** Nothing was done, though something was to be. */
  private boolean isFailure() {
    return done == 0 && total > 0;
  }

  private boolean isComplete() {
    return done == total && error == null;
  }

  /**
   * The report as an answer: {@code 200}, if all that was meant was done, and otherwise {@code
   * 207}.
   *
   * @throws ProblemException if it is a failure
   */
  ResponseEntity<LetterReport> answer() {
    orProblem();
    return ResponseEntity.status(isComplete() ? HttpStatus.OK : HttpStatus.MULTI_STATUS).body(this);
  }

  /**
   * This one.
   *
   * @throws ProblemException if it is a failure
   */
  LetterReport orProblem() {
    if (isFailure()) {
      throw problem();
    }
    return this;
  }

  /** The problem of which a failure consists: that of its first item. */
  private ProblemException problem() {
    Item first = items.get(0);
    return Outcomes.problem(first.outcome, String.valueOf(first.error)).with("items", items);
  }

  /**
   * What became of one letter.
   *
   * @param id its id
   * @param queue the dead-letter queue; absent if it was not found
   * @param outcome {@code replayed}, {@code discarded}, {@code not-found}, {@code not-replayable},
   *     or why it stays where it is: {@code unroutable}, {@code nacked}, {@code unconfirmed},
   *     {@code not-sent}; of a discard {@code unconfirmed} says that it may be gone
   * @param error what went wrong; absent if nothing did
   */
  @Schema(name = "DeadLetterOutcome")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Item(
      String id,
      @Nullable String queue,
      @Schema(example = "replayed") String outcome,
      @Nullable String error) {

    static final String REPLAYED = "replayed";
    static final String DISCARDED = "discarded";
    private static final String UNCONFIRMED = "unconfirmed";

    static Item discarded(Letter letter) {
      return new Item(letter.id(), letter.queue().name(), DISCARDED, null);
    }

    /** The broker was told to remove it, and broke off before it could say that it has. */
    static Item inDoubt(Letter letter) {
      String error = "The broker broke off; it may have been discarded";
      return new Item(letter.id(), letter.queue().name(), UNCONFIRMED, error);
    }

    static Item notReplayable(Letter letter) {
      String queue = letter.queue().name();
      String error = "Nobody waits any more for what is in " + queue + "; it can be discarded";
      return new Item(letter.id(), queue, "not-replayable", error);
    }

    private static Item missing(String id, boolean gaveUp) {
      return gaveUp
          ? new Item(id, null, "not-sent", "Given up before it was found")
          : new Item(id, null, "not-found", "No dead letter has the id " + id);
    }

    boolean isDone() {
      return outcome.equals(REPLAYED) || outcome.equals(DISCARDED);
    }

    boolean mayHaveChangedAnything() {
      return isDone() || outcome.equals(UNCONFIRMED);
    }
  }
}
