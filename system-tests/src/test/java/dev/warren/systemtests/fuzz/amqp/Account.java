package dev.warren.systemtests.fuzz.amqp;

import dev.warren.systemtests.fuzz.amqp.DeadLetters.Letter;
import dev.warren.systemtests.fuzz.amqp.HostileMessage.Expected;
import dev.warren.systemtests.fuzz.amqp.Sender.Outcome;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What became of each message, as far as that is known. */
final class Account {

  private final Map<HostileMessage, Outcome> sent = new ConcurrentHashMap<>();
  private final Map<ByteBuffer, HostileMessage> byBody = new ConcurrentHashMap<>();
  private final Map<String, HostileMessage> byToken = new ConcurrentHashMap<>();
  private final Map<String, Integer> dead = new ConcurrentHashMap<>();
  private final Map<String, Integer> done = new ConcurrentHashMap<>();
  private final Collection<String> strange = new ArrayList<>();

  /** Before it is sent, since its end may come before the broker's word. */
  void expect(HostileMessage message) {
    byToken.put(message.token(), message);
    if (message.body().isNamed()) {
      byBody.put(message.body().bytes(), message);
    }
  }

  void sent(HostileMessage message, Outcome outcome) {
    sent.put(message, outcome);
  }

  /** A dead letter, which may be somebody else's. */
  synchronized void bury(Letter letter) {
    HostileMessage message = find(letter);
    if (message != null) {
      dead.merge(message.token(), 1, Integer::sum);
      if (letter.reason() == null && message.destination() != Destination.DEAD) {
        strange.add(message + ": dead without a reason");
      }
    }
  }

  private @Nullable HostileMessage find(Letter letter) {
    HostileMessage message = byBody.get(letter.body());
    if (message == null && letter.messageId() != null) {
      message = byToken.get(letter.messageId());
    }
    return message;
  }

  /** All words of what workers have done so far. */
  synchronized void done(Collection<String> tokens) {
    done.clear();
    tokens.stream()
        .filter(byToken::containsKey)
        .forEach(token -> done.merge(token, 1, Integer::sum));
  }

  /** Those that the broker has and that have not come to their end. */
  List<HostileMessage> open() {
    return taken(message -> isKnownByName(message) && ends(message) == 0);
  }

  private static boolean isKnownByName(HostileMessage message) {
    return Set.of(Expected.DONE, Expected.DEAD, Expected.DONE_OR_DEAD).contains(message.expected());
  }

  private int ends(HostileMessage message) {
    return dead.getOrDefault(message.token(), 0) + done.getOrDefault(message.token(), 0);
  }

  /** How many the broker has of a destination that are counted and not known one by one. */
  int counted(Destination destination) {
    return taken(message -> message.destination() == destination && Tally.counts(message)).size();
  }

  private List<HostileMessage> taken(Predicate<HostileMessage> which) {
    return sent.entrySet().stream()
        .filter(entry -> entry.getValue() == Outcome.TAKEN && which.test(entry.getKey()))
        .map(Map.Entry::getKey)
        .toList();
  }

  /** What did not become of messages as it had to. */
  synchronized List<String> findings() {
    List<String> findings = new ArrayList<>(strange);
    open().forEach(message -> findings.add(message + ": lost"));
    sent.forEach(
        (message, outcome) -> {
          if (outcome == Outcome.FAILED) {
            findings.add(message + ": the broker has not said what became of it");
          } else if (ends(message) > (outcome == Outcome.TAKEN ? 1 : 0)) {
            findings.add(message + ": came to an end too often");
          } else if (isElsewhere(message)) {
            findings.add(message + ": had to be " + message.expected() + ", and is not");
          }
        });
    return findings;
  }

  private boolean isElsewhere(HostileMessage message) {
    return switch (message.expected()) {
      case DONE -> dead.containsKey(message.token());
      case DEAD -> done.containsKey(message.token());
      default -> false;
    };
  }

  /** How many came to which end. */
  Map<String, Integer> fates() {
    return sent.entrySet().stream()
        .collect(
            Collectors.groupingBy(
                entry -> fate(entry.getKey(), entry.getValue()),
                Collectors.summingInt(entry -> 1)));
  }

  private String fate(HostileMessage message, Outcome outcome) {
    if (outcome != Outcome.TAKEN) {
      return outcome.name().toLowerCase(Locale.ROOT);
    }
    if (isKnownByName(message)) {
      boolean isDone = done.containsKey(message.token());
      return isDone ? "done" : dead.containsKey(message.token()) ? "dead" : "lost";
    }
    return message.expected().name().toLowerCase(Locale.ROOT);
  }
}
