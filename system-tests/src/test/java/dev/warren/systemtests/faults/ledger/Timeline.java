package dev.warren.systemtests.faults.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** When requests were answered. */
public final class Timeline {

  private final List<Request> requests;
  private final List<Instant> acknowledged;

  public Timeline(Collection<Request> requests) {
    this.requests = List.copyOf(requests);
    this.acknowledged =
        requests.stream()
            .filter(request -> request.answered() == Answered.ACKNOWLEDGED)
            .map(Request::answeredAt)
            .sorted()
            .toList();
  }

  /** The longest time in which no request was acknowledged: the outage that clients saw. */
  public Duration longestOutage() {
    Duration longest = Duration.ZERO;
    for (int i = 1; i < acknowledged.size(); i++) {
      Duration gap = Duration.between(acknowledged.get(i - 1), acknowledged.get(i));
      longest = gap.compareTo(longest) > 0 ? gap : longest;
    }
    return longest;
  }

  /** How long it took from a moment until a request was acknowledged. */
  public Optional<Duration> toFirstAcknowledged(Instant from) {
    return acknowledged.stream()
        .filter(at -> !at.isBefore(from))
        .findFirst()
        .map(at -> Duration.between(from, at));
  }

  /** What a share of all requests, such as 0.99, waited for an answer at most. */
  public Duration waited(double share) {
    return waited(share, requests.stream());
  }

  /** Likewise of those requests that were not acknowledged. */
  public Duration waitedInVain(double share) {
    return waited(
        share, requests.stream().filter(request -> request.answered() != Answered.ACKNOWLEDGED));
  }

  private static Duration waited(double share, Stream<Request> requests) {
    List<Duration> waits = requests.map(Request::waited).sorted().toList();
    if (waits.isEmpty()) {
      return Duration.ZERO;
    }
    int index = (int) Math.ceil(share * waits.size()) - 1;
    return waits.get(Math.max(index, 0));
  }
}
