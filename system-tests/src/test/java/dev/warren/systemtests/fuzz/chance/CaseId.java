package dev.warren.systemtests.fuzz.chance;

/**
 * Which case it is, so that it can be sent again.
 *
 * @param kind {@code http} or {@code amqp}
 * @param seed the seed of the whole run
 * @param number its number, from 0
 */
public record CaseId(String kind, long seed, int number) {

  /** Its chances. */
  public Dice dice() {
    return Dice.of(seed, number);
  }

  @Override
  public String toString() {
    return "%s case %d (./warren fuzz --seed %d --case %s:%d)"
        .formatted(kind, number, seed, kind, number);
  }
}
