package dev.warren.systemtests.fuzz.amqp;

import static org.assertj.core.api.Assertions.assertThat;

import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.impl.ContentHeaderPropertyWriter;
import dev.warren.systemtests.fuzz.amqp.HostileMessage.Expected;
import dev.warren.systemtests.fuzz.chance.CaseId;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HostileTest {

  private static final int MANY = 400;

  @Test
  void aCaseIsTheSameWhenItIsSentAgain() throws IOException {
    for (int number = 0; number < MANY; number += 10) {
      HostileMessage once = message(number);
      HostileMessage again = message(number);

      assertThat(again.body().bytes()).isEqualTo(once.body().bytes());
      assertThat(again.key()).isEqualTo(once.key());
      assertThat(wire(again.properties())).isEqualTo(wire(once.properties()));
    }
  }

  @Test
  void everythingThatTakesMessagesGetsSomeAndEveryEndIsExpectedOfSome() {
    List<HostileMessage> messages =
        IntStream.range(0, MANY).mapToObj(HostileTest::message).toList();

    assertThat(messages)
        .extracting(HostileMessage::destination)
        .containsAll(EnumSet.allOf(Destination.class));
    assertThat(messages)
        .extracting(HostileMessage::expected)
        .containsAll(EnumSet.allOf(Expected.class));
  }

  @Test
  void whatHasNoWordInItsBodyHasItAsItsId() {
    assertThat(IntStream.range(0, MANY).mapToObj(HostileTest::message))
        .filteredOn(message -> !message.body().isNamed())
        .isNotEmpty()
        .allSatisfy(
            message -> assertThat(message.properties().getMessageId()).isEqualTo(message.token()));
  }

  private static byte[] wire(BasicProperties properties) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    properties.writePropertiesTo(new ContentHeaderPropertyWriter(new DataOutputStream(out)));
    return out.toByteArray();
  }

  private static HostileMessage message(int number) {
    return Hostile.message(new CaseId("amqp", 1, number), "run", true);
  }
}
