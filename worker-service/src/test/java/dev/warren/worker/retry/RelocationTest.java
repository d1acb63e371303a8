package dev.warren.worker.retry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.messaging.publish.ConfirmedPublisher;
import dev.warren.messaging.publish.PublishOutcome;
import dev.warren.worker.StopSignal;
import dev.warren.worker.support.GivenStop;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.core.MessageBuilder;

class RelocationTest {

  private static final PublishOutcome CONFIRMED = new PublishOutcome.Confirmed();
  private static final PublishOutcome REFUSED = new PublishOutcome.NotSent("an alarm is on");
  private static final PublishOutcome FULL = new PublishOutcome.Nacked("full");
  private static final PublishOutcome GONE = new PublishOutcome.Returned(312, "NO_ROUTE");
  private static final PublishOutcome DOUBT = new PublishOutcome.Unconfirmed("no word");
  private static final PublishOutcome NEVER = new PublishOutcome.NotSent("too many headers", true);

  private final StopSignal stop = new StopSignal();
  private final Queue<PublishOutcome> left = new ArrayDeque<>();
  private boolean held = true;

  @Test
  void holdsAMessageUntilTheOtherQueueTakesIt() {
    assertThat(verdictAfter(Duration.ofMinutes(1), REFUSED, FULL, GONE, CONFIRMED))
        .isEqualTo(Verdict.ACKNOWLEDGE);
    assertThat(left).isEmpty();
  }

  @Test
  void rejectsWhatNoQueueCanTake() {
    assertThat(verdictAfter(Duration.ofMinutes(1), NEVER, CONFIRMED)).isEqualTo(Verdict.REJECT);
    assertThat(left).hasSize(1);
  }

  @Test
  void sendsNoSecondCopyWhereThereMayBeOne() {
    assertThat(verdictAfter(Duration.ofMinutes(1), DOUBT, CONFIRMED)).isEqualTo(Verdict.GIVE_BACK);
    assertThat(left).hasSize(1);
  }

  @Test
  void givesBackWhenItsPatienceIsOver() {
    assertThat(verdictAfter(Duration.ofMillis(1), REFUSED, CONFIRMED)).isEqualTo(Verdict.GIVE_BACK);
    assertThat(left).hasSize(1);
  }

  @Test
  void givesBackWhenTheServiceStops() {
    GivenStop.to(stop);

    assertThat(verdictAfter(Duration.ofMinutes(1), REFUSED, CONFIRMED))
        .isEqualTo(Verdict.GIVE_BACK);
    assertThat(left).hasSize(1);
  }

  @Test
  void sendsNoSecondCopyOfWhatTheBrokerHasBack() {
    held = false;

    assertThat(verdictAfter(Duration.ofMinutes(1), REFUSED, CONFIRMED))
        .isEqualTo(Verdict.GIVE_BACK);
    assertThat(left).hasSize(1);
  }

  private Verdict verdictAfter(Duration patience, PublishOutcome... outcomes) {
    left.addAll(List.of(outcomes));
    ConfirmedPublisher publisher =
        (exchange, key, message) -> CompletableFuture.completedFuture(left.remove());
    Message original = MessageBuilder.withBody(new byte[0]).build();
    return new Relocation(publisher, stop)
        .moveOrHold(
            new Delivery(original, "id-1", () -> held), "elsewhere", properties -> {}, patience);
  }
}
