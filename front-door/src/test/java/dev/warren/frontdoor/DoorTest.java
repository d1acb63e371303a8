package dev.warren.frontdoor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class DoorTest {

  private static final int PLACES = 2;

  private final Semaphore places = new Semaphore(PLACES);
  private final Patience patience = new Patience(Duration.ofMillis(500));
  private volatile List<InetSocketAddress> known = List.of();
  private volatile ThreadFactory threads = Thread::new;
  private GreetingServer first;
  private GreetingServer second;
  private Door door;

  @BeforeEach
  void open() throws IOException {
    first = GreetingServer.start("first");
    second = GreetingServer.start("second");
    door =
        Door.open(0, new Replicas(() -> known), places, patience, task -> threads.newThread(task));
    new Thread(door).start();
  }

  @AfterEach
  void close() throws IOException {
    door.close();
    patience.close();
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
    assertHungUp();
  }

  @Test
  void hangsUpWhileAllPlacesAreTaken() throws IOException, InterruptedException {
    known = List.of(first.address());
    try (Socket one = connect();
        Socket two = connect()) {
      assertThat(List.of(one, two)).allMatch(Socket::isConnected);
      assertHungUp();
    }
    allPlacesAreFree();

    assertThat(ask("again")).isEqualTo("first: again");
  }

  @Test
  void hangsUpOnASilentClientWhenTheReplicaHas() throws IOException, InterruptedException {
    try (ServerSocket replica = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      known = List.of(new InetSocketAddress(replica.getInetAddress(), replica.getLocalPort()));
      try (Socket silent = connect()) {
        try (Socket served = replica.accept()) {
          served.getOutputStream().write('a');
        }
        assertThat(silent.getInputStream().readAllBytes()).containsExactly('a');
        assertThat(places.tryAcquire(PLACES, 5, TimeUnit.SECONDS)).isTrue();
      }
    }
  }

  @Test
  void hangsUpOnAClientThatDoesNotReadThoughTheReplicaSaysMore()
      throws IOException, InterruptedException {
    try (ServerSocket replica = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      known = List.of(new InetSocketAddress(replica.getInetAddress(), replica.getLocalPort()));
      try (Socket deaf = connect();
          Socket served = replica.accept()) {
        assertThat(deaf.isConnected()).isTrue();
        assertThatThrownBy(() -> sayForEver(served)).isInstanceOf(SocketException.class);
        assertThat(places.tryAcquire(PLACES, 5, TimeUnit.SECONDS)).isTrue();
      }
    }
  }

  private static void sayForEver(Socket served) throws IOException {
    while (true) {
      served.getOutputStream().write(new byte[100_000]);
    }
  }

  @Test
  void staysOpenWhenAThreadCannotBeHad() throws IOException, InterruptedException {
    known = List.of(first.address());
    threads =
        task -> {
          throw new OutOfMemoryError("unable to create native thread");
        };
    assertHungUp();
    allPlacesAreFree();
    threads = Thread::new;

    assertThat(ask("again")).isEqualTo("first: again");
  }

  private void allPlacesAreFree() throws InterruptedException {
    places.acquire(PLACES);
    places.release(PLACES);
  }

  private Socket connect() throws IOException {
    Socket client = new Socket(InetAddress.getLoopbackAddress(), door.port());
    client.setSoTimeout(5_000);
    return client;
  }

  private void assertHungUp() throws IOException {
    try (Socket client = connect()) {
      assertThat(client.getInputStream().read()).isEqualTo(-1);
    }
  }

  private String ask(String text) throws IOException {
    try (Socket client = connect()) {
      client.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
      client.shutdownOutput();
      return new String(client.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
