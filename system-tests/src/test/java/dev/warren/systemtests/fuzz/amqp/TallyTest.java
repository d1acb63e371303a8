package dev.warren.systemtests.fuzz.amqp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.systemtests.fuzz.amqp.HostileMessage.Expected;
import dev.warren.systemtests.fuzz.chance.CaseId;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TallyTest {

  @Test
  void whateverIsReceivedIsCounted() {
    assertThat(IntStream.range(0, 400).mapToObj(TallyTest::message))
        .filteredOn(message -> message.expected() == Expected.RECEIVED)
        .isNotEmpty()
        .allMatch(Tally::counts);
  }

  private static HostileMessage message(int number) {
    return Hostile.message(new CaseId("amqp", 1, number), "run", true);
  }
}
