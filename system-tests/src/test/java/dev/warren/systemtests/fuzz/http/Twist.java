package dev.warren.systemtests.fuzz.http;

import dev.warren.systemtests.fuzz.chance.Dice;
import java.util.List;
import java.util.stream.Stream;

/**
 * A way in which a request is wrong.
 *
 * @param name what it is called in a finding
 * @param change makes a request so
 */
record Twist(String name, Change change) {

  private static final List<Twist> ALL =
      Stream.of(
              BodyTwists.all(),
              FormatTwists.all(),
              TargetTwists.all(),
              HeaderTwists.all(),
              ProtocolTwists.all())
          .flatMap(List::stream)
          .toList();

  /** One of all there are. */
  static Twist any(Dice dice) {
    return dice.pick(ALL);
  }

  void apply(Draft draft, Dice dice) {
    change.apply(draft, dice);
    draft.twistedBy(name);
  }

  /** What is done to a request. */
  @FunctionalInterface
  interface Change {
    void apply(Draft draft, Dice dice);
  }
}
