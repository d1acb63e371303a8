package dev.warren.producer.publishing;

import dev.warren.messaging.publish.PublishOutcome;
import dev.warren.messaging.publish.PublishOutcome.Nacked;
import dev.warren.messaging.publish.PublishOutcome.NotSent;
import dev.warren.messaging.publish.PublishOutcome.Returned;
import dev.warren.messaging.publish.PublishOutcome.Unconfirmed;
import dev.warren.messaging.web.ProblemException;
import dev.warren.messaging.web.ProblemType;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What callers are told of each outcome: its name, and the problem if it is one. */
public final class Outcomes {

  /** A full queue or a lost connection may be mended in a moment. */
  private static final Duration RETRY = Duration.ofSeconds(1);

  private Outcomes() {}

  /**
   * {@code confirmed}, {@code unroutable}, {@code nacked}, {@code unconfirmed}, {@code not-sent}.
   */
  public static String name(PublishOutcome outcome) {
    return outcome instanceof Returned ? "unroutable" : outcome.label();
  }

  /** What went wrong, for people; null if nothing did. */
  public static @Nullable String reason(PublishOutcome outcome) {
    if (outcome instanceof Returned returned) {
      return "No queue takes it: " + returned.replyText();
    }
    if (outcome instanceof Nacked nacked) {
      return "The broker refused it: " + nacked.reason();
    }
    if (outcome instanceof Unconfirmed unconfirmed) {
      return "It may or may not have arrived: " + unconfirmed.reason();
    }
    return outcome instanceof NotSent notSent ? "It was not sent: " + notSent.reason() : null;
  }

  /**
   * The problem to answer with.
   *
   * @param id the message's id, which the caller may ask for or send again
   * @param outcome any but a confirmed one
   */
  public static ProblemException problem(String id, PublishOutcome outcome) {
    return problem(name(outcome), String.valueOf(reason(outcome))).with("id", id);
  }

  /**
   * The problem of an outcome that is known by its {@link #name}. Says when to try again if that
   * cannot make two of one message.
   */
  public static ProblemException problem(String name, String detail) {
    ProblemType type = type(name);
    ProblemException problem = new ProblemException(type, detail);
    return type == ProblemType.NACKED || type == ProblemType.NOT_SENT
        ? problem.retryAfter(RETRY)
        : problem;
  }

  /** The problem's type; of a confirmed outcome there is none. */
  public static ProblemType type(PublishOutcome outcome) {
    return type(name(outcome));
  }

  private static ProblemType type(String name) {
    return ProblemType.valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
