package dev.warren.producer.deadletters;

import dev.warren.messaging.web.ProblemException;
import dev.warren.messaging.web.ProblemType;
import dev.warren.producer.replay.DeadLetterQueue;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Looks at dead letters and leaves them where they are. */
@Component
class DeadLetterLook {

  private final DeadLetterAccess access;

  DeadLetterLook(DeadLetterAccess access) {
    this.access = access;
  }

  /** The oldest letters of each queue, of one reason or of any, until there are enough. */
  LetterList list(List<DeadLetterQueue> queues, @Nullable String reason, int limit) {
    List<LetterList.Depth> depths = new ArrayList<>();
    List<LetterView> views = new ArrayList<>();
    for (DeadLetterQueue queue : queues) {
      access.work(
          queue,
          letters -> {
            depths.add(new LetterList.Depth(queue.name(), letters.total()));
            return views.addAll(views(letters, reason, limit - views.size()));
          });
    }
    return new LetterList(depths, views);
  }

  private static List<LetterView> views(TakenLetters letters, @Nullable String reason, int limit)
      throws IOException, InterruptedException {
    Instant now = Instant.now();
    List<LetterView> views = new ArrayList<>();
    while (views.size() < limit) {
      Letter letter = letters.next();
      if (letter == null) {
        return views;
      }
      if (reason == null || reason.equals(letter.reason())) {
        views.add(LetterView.of(letter, now));
      }
    }
    return views;
  }

  /**
   * One letter: the oldest that has this id.
   *
   * @throws ProblemException 404, if there is none; 503, if there was no time to look at all
   */
  WholeLetter find(List<DeadLetterQueue> queues, String id) {
    for (DeadLetterQueue queue : queues) {
      WholeLetter found = access.work(queue, letters -> find(letters, id)).orElse(null);
      if (found != null) {
        return found;
      }
    }
    throw absent(id);
  }

  private static Optional<WholeLetter> find(TakenLetters letters, String id)
      throws IOException, InterruptedException {
    for (Letter letter = letters.next(); letter != null; letter = letters.next()) {
      if (letter.id().equals(id)) {
        return Optional.of(WholeLetter.of(letter, Instant.now()));
      }
    }
    if (letters.hasMore()) {
      throw DeadLetterFailures.outOfTime(id);
    }
    return Optional.empty();
  }

  static ProblemException absent(String id) {
    return new ProblemException(ProblemType.NOT_FOUND, "No dead letter has the id " + id);
  }
}
