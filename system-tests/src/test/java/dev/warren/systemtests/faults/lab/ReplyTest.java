package dev.warren.systemtests.faults.lab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.systemtests.faults.ledger.Answered;
import org.junit.jupiter.api.Test;

class ReplyTest {

  @Test
  void aPromiseIsA202() {
    assertThat(Reply.of(202, "{}").answered()).isEqualTo(Answered.ACKNOWLEDGED);
  }

  @Test
  void aProblemThatSaysWhatIsKnownIsAFailure() {
    Reply reply = Reply.of(503, "{\"type\":\"urn:warren:problem:not-sent\"}");

    assertThat(reply.answered()).isEqualTo(Answered.FAILED);
    assertThat(reply.detail()).isEqualTo("503 not-sent");
  }

  @Test
  void nobodyKnowsWithoutAConfirm() {
    assertThat(Reply.of(503, "{\"type\":\"urn:warren:problem:unconfirmed\"}").answered())
        .isEqualTo(Answered.UNKNOWN);
  }

  @Test
  void nobodyKnowsWithoutAProblemOfOurs() {
    assertThat(Reply.of(502, "<html>Bad gateway</html>").answered()).isEqualTo(Answered.UNKNOWN);
    assertThat(Reply.of(500, "{\"type\":\"urn:warren:problem:internal\"}").answered())
        .isEqualTo(Answered.UNKNOWN);
  }

  @Test
  void eachItemOfABulkHasItsOutcome() {
    Reply reply =
        Reply.of(207, "{\"items\":[{\"outcome\":\"confirmed\"},{\"outcome\":\"nacked\"}]}");

    assertThat(reply.itemOutcomes()).containsExactly("confirmed", "nacked");
  }
}
