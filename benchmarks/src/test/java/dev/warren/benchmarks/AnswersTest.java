package dev.warren.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class AnswersTest {

  @Test
  void tellsInWhatTimeSoManyOfAHundredCame() {
    Answers answers = new Answers(LongStream.rangeClosed(1, 200).boxed().toList(), 3, 1);

    assertThat(answers.admittedNanos(50)).isEqualTo(100);
    assertThat(answers.admittedNanos(99)).isEqualTo(198);
    assertThat(answers.admittedNanos(100)).isEqualTo(200);
  }

  @Test
  void countsThoseThatWereRefusedApart() {
    Answers answers = new Answers(List.of(2L, 1L), 3, 2);

    assertThat(answers.admitted()).isEqualTo(2);
    assertThat(answers.refused()).isEqualTo(3);
    assertThat(answers.sentPerSecond()).isEqualTo(2.5);
    assertThat(answers.admittedNanos(1)).isEqualTo(1);
  }
}
