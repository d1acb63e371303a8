package dev.warren.systemtests.faults.lab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.systemtests.faults.ledger.Answered;
import dev.warren.systemtests.faults.ledger.Request;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class CallBreachesTest {

  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  private static final Duration DEADLINE = Duration.ofSeconds(2);

  @Test
  void aNumberOrAClearErrorByTheDeadlineIsNoBreach() {
    assertThat(
            breaches(
                call(Answered.ACKNOWLEDGED, "200", 3_000),
                call(Answered.FAILED, "503 no-rpc-server", 0),
                call(Answered.UNKNOWN, "503 unconfirmed", 1_000),
                call(Answered.FAILED, "504 rpc-timeout", 2_000)))
        .isEmpty();
  }

  @Test
  void whatElseCallersGotIs() {
    assertThat(
            breaches(
                call(Answered.UNKNOWN, "no answer", 0),
                call(Answered.FAILED, "200 wrong", 0),
                call(Answered.ACKNOWLEDGED, "200", 3_001)))
        .containsExactly(
            "1 callers left without an answer",
            "1 callers answered wrongly",
            "1 callers answered too late");
  }

  @Test
  void aReplyThatNeverCameIsOneWhereServersOnlyStop() {
    assertThat(
            CallBreaches.lostReplies(
                List.of(
                    call(Answered.FAILED, "503 no-rpc-server", 0),
                    call(Answered.UNKNOWN, "503 unconfirmed", 1_000),
                    call(Answered.FAILED, "504 rpc-timeout", 2_000))))
        .containsExactly("2 callers without a reply");
  }

  private static List<String> breaches(Request... calls) {
    return CallBreaches.of(List.of(calls), DEADLINE);
  }

  private static Request call(Answered answered, String detail, long millis) {
    return new Request("run-1", NOW, NOW.plusMillis(millis), answered, detail);
  }
}
