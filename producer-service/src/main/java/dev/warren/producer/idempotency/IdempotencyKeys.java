package dev.warren.producer.idempotency;

import dev.warren.messaging.publish.MessageIds;
import dev.warren.messaging.web.ProblemException;
import dev.warren.messaging.web.ProblemType;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.web.util.ContentCachingResponseWrapper;

/** Decides who does a request, and what becomes of its key. */
class IdempotencyKeys {

  private static final Duration RETRY = Duration.ofSeconds(1);
  private static final Logger log = LoggerFactory.getLogger(IdempotencyKeys.class);

  private final KeyTable table;
  private final IdempotencyProperties properties;
  private final Clock clock;
  private final Map<KeyResult, Counter> results = new EnumMap<>(KeyResult.class);

  IdempotencyKeys(
      KeyTable table, IdempotencyProperties properties, Clock clock, MeterRegistry registry) {
    this.table = table;
    this.properties = properties;
    this.clock = clock;
    for (KeyResult result : KeyResult.values()) {
      results.put(
          result,
          Counter.builder("warren.idempotency")
              .description("Requests under an Idempotency-Key, by what came of it")
              .tag("result", result.label())
              .register(registry));
    }
  }

  /**
   * The key goes in first: the database decides between callers, also of different replicas.
   *
   * @throws ProblemException if another request has the key, or has had it
   */
  Claim claim(KeyedRequest request) {
    String keyHash = request.keyHash();
    String fingerprint = request.fingerprint();
    Claim first = new Claim(keyHash, MessageIds.RANDOM.next(), 1, null);
    if (table.insert(first, fingerprint, clock.instant(), properties.lease())) {
      return counted(KeyResult.NEW, first);
    }
    Optional<KeyRow> known = table.find(keyHash);
    if (known.isEmpty()) {
      throw inUse(); // forgotten between the two
    }
    return again(keyHash, fingerprint, known.get());
  }

  private Claim again(String keyHash, String fingerprint, KeyRow known) {
    if (!known.fingerprint().equals(fingerprint)) {
      count(KeyResult.MISMATCH);
      throw new ProblemException(
          ProblemType.IDEMPOTENCY_KEY_REUSED,
          "This " + KeyHeader.NAME + " came with another request before");
    }
    Claim next = new Claim(keyHash, known.messageId(), known.attempts() + 1, known.answer());
    if (known.answer() != null) {
      return counted(KeyResult.REPEATED, next);
    }
    if (table.takeOver(next, clock.instant(), properties.lease())) {
      return counted(KeyResult.TAKEN_OVER, next);
    }
    throw inUse();
  }

  private Claim counted(KeyResult result, Claim claim) {
    count(result);
    return claim;
  }

  private void count(KeyResult result) {
    Objects.requireNonNull(results.get(result)).increment();
  }

  private ProblemException inUse() {
    count(KeyResult.CONFLICT);
    return new ProblemException(
            ProblemType.IDEMPOTENCY_KEY_IN_USE, "The first request of this key is still in hand")
        .retryAfter(RETRY);
  }

  /**
   * The request has an answer. What was done is kept and answered again. What was wrong with the
   * request is as if it had not been sent. Anything else may be tried again, under the same id: a
   * message that was not confirmed may have arrived.
   *
   * <p>Whatever the database says to that, the caller gets the answer.
   */
  void answered(Claim claim, ContentCachingResponseWrapper response) {
    HttpStatus.Series series = HttpStatus.Series.resolve(response.getStatus());
    boolean wrong =
        series == HttpStatus.Series.CLIENT_ERROR
            && response.getStatus() != HttpStatus.TOO_MANY_REQUESTS.value();
    try {
      if (series == HttpStatus.Series.SUCCESSFUL) {
        table.complete(claim, StoredAnswer.of(response, properties.maxAnswer()));
      } else if (wrong && claim.isFirst()) {
        table.forget(claim);
      } else {
        table.release(claim, clock.instant());
      }
    } catch (IOException | RuntimeException e) {
      log.warn("An answer is not remembered; after {}, its request is done again", lease(), e);
    }
  }

  /** The request has no answer: its key is free for the next attempt. */
  void failed(Claim claim) {
    try {
      table.release(claim, clock.instant());
    } catch (RuntimeException e) {
      log.warn("A key is not free before {} are over", lease(), e);
    }
  }

  private Duration lease() {
    return properties.lease();
  }
}
