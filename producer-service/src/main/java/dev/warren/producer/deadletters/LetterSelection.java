package dev.warren.producer.deadletters;

import dev.warren.producer.deadletters.LetterReport.Item;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which letters are meant: some by their ids, each once, or all, or all of one reason. */
final class LetterSelection {

  private final Set<String> asked;
  private final @Nullable Set<String> ids;
  private final @Nullable String reason;

  private LetterSelection(@Nullable Set<String> ids, @Nullable String reason) {
    this.asked = ids == null ? Set.of() : new LinkedHashSet<>(ids);
    this.ids = ids;
    this.reason = reason;
  }

  static LetterSelection ids(Collection<String> ids) {
    return new LetterSelection(new LinkedHashSet<>(ids), null);
  }

  static LetterSelection all(@Nullable String reason) {
    return new LetterSelection(null, reason);
  }

  /** Whether the letter is one of them; of several with the same id only the first is. */
  boolean takes(Letter letter) {
    return ids != null ? ids.remove(letter.id()) : reason == null || reason.equals(letter.reason());
  }

  /** There is nothing left to look for. */
  boolean isComplete() {
    return ids != null && ids.isEmpty();
  }

  /** The ids of which nothing is known. */
  Set<String> missing(List<Item> known) {
    Set<String> missing = new LinkedHashSet<>(asked);
    known.forEach(item -> missing.remove(item.id()));
    return missing;
  }
}
