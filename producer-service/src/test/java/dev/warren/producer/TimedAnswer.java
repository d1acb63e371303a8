package dev.warren.producer;

import java.time.Duration;
import java.util.function.Supplier;

/** An answer, and how long it took. */
public record TimedAnswer(Answer answer, Duration elapsed) {

  public static TimedAnswer of(Supplier<Answer> request) {
    long start = System.nanoTime();
    Answer answer = request.get();
    return new TimedAnswer(answer, Duration.ofNanos(System.nanoTime() - start));
  }

  public int status() {
    return answer.status();
  }
}
