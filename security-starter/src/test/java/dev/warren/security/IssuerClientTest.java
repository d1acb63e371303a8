package dev.warren.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.web.client.HttpServerErrorException;
import org.springframework.web.client.ResourceAccessException;

class IssuerClientTest {

  private final AtomicLong time = new AtomicLong();
  private final IssuerClient client = new IssuerClient(time::get);
  private final IssuerServer server;

  IssuerClientTest() throws IOException {
    server = new IssuerServer("old keys");
  }

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void aNewKeyIsFoundWhenTheLastAnswerNoLongerCounts() {
    assertThat(read()).isEqualTo("old keys");
    server.publish("new keys");

    assertThat(read()).isEqualTo("old keys");
    pass(IssuerClient.ANSWER_COUNTS);
    assertThat(read()).isEqualTo("new keys");
    assertThat(server.keysRead()).isEqualTo(2);
  }

  @Test
  void anIssuerThatFailedIsAskedAgainSooner() {
    server.fail();
    assertThatThrownBy(this::read).isInstanceOf(HttpServerErrorException.class);
    server.publish("keys again");

    assertThatThrownBy(this::read).isInstanceOf(HttpServerErrorException.class);
    assertThat(server.keysRead()).isEqualTo(1);
    pass(IssuerClient.FAILURE_COUNTS);
    assertThat(read()).isEqualTo("keys again");
  }

  @Test
  @Timeout(value = 10, unit = TimeUnit.SECONDS)
  void anIssuerThatSaysNothingIsNotWaitedFor() throws IOException {
    try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String address = "http://127.0.0.1:" + silent.getLocalPort() + "/keys";

      assertThatThrownBy(() -> client.getForObject(address, String.class))
          .isInstanceOf(ResourceAccessException.class);
    }
  }

  private @Nullable String read() {
    return client.getForObject(server.addressOfKeys(), String.class);
  }

  private void pass(Duration duration) {
    time.addAndGet(duration.toNanos());
  }
}
