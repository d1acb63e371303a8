package dev.warren.systemtests.fuzz.amqp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.rabbitmq.client.AMQP.BasicProperties;
import dev.warren.systemtests.fuzz.amqp.DeadLetters.Letter;
import dev.warren.systemtests.fuzz.amqp.HostileMessage.Expected;
import dev.warren.systemtests.fuzz.amqp.Sender.Outcome;
import dev.warren.systemtests.fuzz.chance.CaseId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The checker itself: accounts with a known flaw, which it has to find. */
class AccountTest {

  private final Account account = new Account();

  @Test
  void findsNothingWhereEverythingCameToItsEndOnce() {
    HostileMessage done = sent("a", Expected.DONE, Outcome.TAKEN);
    HostileMessage dead = sent("b", Expected.DEAD, Outcome.TAKEN);
    sent("c", Expected.DONE, Outcome.REFUSED);
    account.done(List.of(done.token()));
    account.bury(letter(dead, "rejected"));

    assertThat(account.open()).isEmpty();
    assertThat(account.findings()).isEmpty();
    assertThat(account.fates()).containsEntry("done", 1).containsEntry("dead", 1);
  }

  @Test
  void findsOneThatIsLost() {
    sent("a", Expected.DONE_OR_DEAD, Outcome.TAKEN);

    assertThat(account.findings()).singleElement().asString().endsWith("lost");
  }

  @Test
  void findsOneThatIsDoneAndDead() {
    HostileMessage message = sent("a", Expected.DONE_OR_DEAD, Outcome.TAKEN);
    account.done(List.of(message.token()));
    account.bury(letter(message, "expired"));

    assertThat(account.findings()).singleElement().asString().contains("too often");
  }

  @Test
  void findsOneThatIsDoneAlthoughItWasRefused() {
    HostileMessage message = sent("a", Expected.DONE, Outcome.REFUSED);
    account.done(List.of(message.token()));

    assertThat(account.findings()).singleElement().asString().contains("too often");
  }

  @Test
  void findsOneThatIsDeadWithoutAReason() {
    HostileMessage message = sent("a", Expected.DEAD, Outcome.TAKEN);
    account.bury(letter(message, null));

    assertThat(account.findings()).singleElement().asString().contains("without a reason");
  }

  @Test
  void findsOneThatIsDeadAndCouldHaveBeenDone() {
    HostileMessage message = sent("a", Expected.DONE, Outcome.TAKEN);
    account.bury(letter(message, "rejected"));

    assertThat(account.findings()).singleElement().asString().contains("had to be DONE");
  }

  private HostileMessage sent(String token, Expected expected, Outcome outcome) {
    HostileMessage message =
        new HostileMessage(
            new CaseId("amqp", 1, 1),
            token,
            Destination.TASKS,
            "task_queue",
            new BasicProperties(),
            HostileBody.of("text", token.getBytes(UTF_8), true, true),
            expected);
    account.expect(message);
    account.sent(message, outcome);
    return message;
  }

  private static Letter letter(HostileMessage message, @Nullable String reason) {
    return new Letter(message.body().bytes(), null, reason);
  }
}
