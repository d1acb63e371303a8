package dev.warren.systemtests.faults.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAccumulator;

/** Every request of one run and its answer. */
public final class Ledger {

  private final String run = UUID.randomUUID().toString().substring(0, 8);
  private final AtomicInteger last = new AtomicInteger();
  private final AtomicInteger acknowledged = new AtomicInteger();
  private final LongAccumulator lastAcknowledged = new LongAccumulator(Math::max, 0);
  private final Set<String> doomed = ConcurrentHashMap.newKeySet();
  private final ConcurrentLinkedQueue<Request> requests = new ConcurrentLinkedQueue<>();

  /** A word that no other request of any run has: letters, digits and one dash. */
  public String nextToken() {
    return run + "-" + last.incrementAndGet();
  }

  /** A word for a task that cannot be done: it has to end in the dead-letter queue. */
  public String nextDoomedToken() {
    String token = nextToken();
    doomed.add(token);
    return token;
  }

  /** The words of all tasks that cannot be done. */
  public Set<String> doomed() {
    return Set.copyOf(doomed);
  }

  /** Whether a word is one of these, and not of whoever else uses the suite. */
  public boolean hasGiven(String token) {
    return token.startsWith(run + "-");
  }

  /** Adds a request when its answer is known, or not waited for any longer. */
  public void add(Request request) {
    requests.add(request);
    if (request.answered() == Answered.ACKNOWLEDGED) {
      acknowledged.incrementAndGet();
      lastAcknowledged.accumulate(request.answeredAt().toEpochMilli());
    }
  }

  /** How many were answered in one way so far. */
  public long count(String detail) {
    return requests.stream().filter(request -> request.detail().equals(detail)).count();
  }

  /** How many were acknowledged so far. */
  public int acknowledged() {
    return acknowledged.get();
  }

  /** Whether one was acknowledged after this moment. */
  public boolean hasAcknowledgedSince(Instant moment) {
    return lastAcknowledged.get() > moment.toEpochMilli();
  }

  /** All requests so far. */
  public List<Request> requests() {
    return List.copyOf(requests);
  }

  /** For calls, whose answer is all that comes of them. */
  public List<Effect> answersAsEffects() {
    return requests.stream()
        .filter(request -> request.answered() == Answered.ACKNOWLEDGED)
        .map(call -> new Effect(call.token(), Effect.Kind.DONE, "caller", call.answeredAt()))
        .toList();
  }
}
