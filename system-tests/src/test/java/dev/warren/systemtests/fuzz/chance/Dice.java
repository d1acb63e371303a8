package dev.warren.systemtests.fuzz.chance;

import java.util.List;
import java.util.SplittableRandom;

/** The chances of one case. The same seed and number roll the same. */
public final class Dice {

  private static final long SPREAD = 0x9E3779B97F4A7C15L;
  private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789";

  private final SplittableRandom random;

  private Dice(SplittableRandom random) {
    this.random = random;
  }

  /** Of one case, whatever cases there are before it. */
  public static Dice of(long seed, int number) {
    return new Dice(new SplittableRandom(seed ^ (number * SPREAD)));
  }

  /** True once in so many rolls. */
  public boolean oneIn(int times) {
    return random.nextInt(times) == 0;
  }

  /** From 0 to one less than the bound. */
  public int below(int bound) {
    return random.nextInt(bound);
  }

  /** From the first to the second, both included. */
  public int between(int least, int most) {
    return random.nextInt(least, most + 1);
  }

  /** Any number. */
  public long any() {
    return random.nextLong();
  }

  /** One of them. */
  public <T> T pick(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }

  /** One of them. */
  @SafeVarargs
  public final <T> T pick(T... all) {
    return all[random.nextInt(all.length)];
  }

  /** So many bytes of any value. */
  public byte[] bytes(int count) {
    byte[] bytes = new byte[count];
    random.nextBytes(bytes);
    return bytes;
  }

  /** So many lower-case letters and digits. */
  public String word(int length) {
    StringBuilder word = new StringBuilder(length);
    random.ints(length, 0, LETTERS.length()).forEach(i -> word.append(LETTERS.charAt(i)));
    return word.toString();
  }
}
