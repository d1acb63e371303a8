package dev.warren.frontdoor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class DoorTest {

  private volatile List<InetSocketAddress> known = List.of();
  private GreetingServer first;
  private GreetingServer second;
  private Door door;

  @BeforeEach
  void open() throws IOException {
    first = GreetingServer.start("first");
    second = GreetingServer.start("second");
    door = Door.open(0, new Replicas(() -> known));
    new Thread(door).start();
  }

  @AfterEach
  void close() throws IOException {
    door.close();
    first.close();
    second.close();
  }

  @Test
  void passesOnWhatIsSaidAndAnswered() throws IOException {
    known = List.of(first.address());
    String much = "much ".repeat(100_000);
    assertThat(ask(much)).isEqualTo("first: " + much);
  }

  @Test
  void staysWithAReplicaWhateverTheOrderInWhichTheyAreNamed() throws IOException {
    known = List.of(second.address(), first.address());
    assertThat(ask("one")).isEqualTo("second: one");
    known = List.of(first.address(), second.address());
    assertThat(ask("two")).isEqualTo("second: two");
  }

  @Test
  void goesToAnotherWhenAReplicaAcceptsNoMore() throws IOException {
    known = List.of(first.address(), second.address());
    assertThat(ask("one")).isEqualTo("first: one");
    first.close();
    assertThat(ask("two")).isEqualTo("second: two");
  }

  @Test
  void goesToAnotherWhenAReplicaIsNoLongerNamed() throws IOException {
    known = List.of(first.address(), second.address());
    assertThat(ask("one")).isEqualTo("first: one");
    known = List.of(second.address());
    assertThat(ask("two")).isEqualTo("second: two");
  }

  @Test
  void hangsUpWhenThereIsNoReplica() throws IOException {
    try (Socket client = new Socket(InetAddress.getLoopbackAddress(), door.port())) {
      assertThat(client.getInputStream().read()).isEqualTo(-1);
    }
  }

  private String ask(String text) throws IOException {
    try (Socket client = new Socket(InetAddress.getLoopbackAddress(), door.port())) {
      client.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
      client.shutdownOutput();
      return new String(client.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
