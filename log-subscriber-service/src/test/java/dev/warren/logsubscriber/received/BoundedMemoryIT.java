package dev.warren.logsubscriber.received;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.rabbitmq.client.Channel;
import dev.warren.logsubscriber.Api;
import dev.warren.logsubscriber.LogSubscriberTest;
import dev.warren.logsubscriber.receivers.LogFileProperties;
import dev.warren.testkit.Bounds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** However much arrives, what is kept of it in memory and on disk stays within its bounds. */
@LogSubscriberTest({
  LogSubscriberTest.LOG_FILE,
  "warren.log-file.max-size=64KB",
  "warren.log-file.max-files=2",
  "warren.received.max-messages=" + BoundedMemoryIT.MAX_MESSAGES,
  "warren.received.max-size=" + BoundedMemoryIT.MAX_BYTES + "B",
  "logging.level.dev.warren.logsubscriber.receivers.ScreenReceiver=warn"
})
class BoundedMemoryIT {

  static final int MAX_MESSAGES = 1000;
  static final int MAX_BYTES = 1024 * 1024;

  private static final Duration ALL = Duration.ofMinutes(3);

  private final ReceivedMessages kept;
  private final LogFileProperties file;
  private final Api api;

  @Autowired
  BoundedMemoryIT(ReceivedMessages kept, LogFileProperties file, @LocalServerPort int port) {
    this.kept = kept;
    this.file = file;
    this.api = new Api(port);
  }

  @Test
  void ofManySmallMessagesTheNewestAreKept(Channel channel) throws Exception {
    publish(channel, 50_000, "x".repeat(20));

    assertThat(kept.size()).isEqualTo(MAX_MESSAGES);
    assertThat(kept.bytes()).isLessThanOrEqualTo(MAX_BYTES);
  }

  @Test
  void ofLargeMessagesFewerAreKept(Channel channel) throws Exception {
    publish(channel, 300, "y".repeat(256 * 1024));

    assertThat(kept.size()).isBetween(1, MAX_MESSAGES - 1);
    assertThat(kept.bytes()).isLessThanOrEqualTo(MAX_BYTES);
    assertThat(filesBytes()).isLessThan(3 * (64 + 257) * 1024L);
  }

  /** Publishes as many and waits until both receivers have come to the end. */
  private void publish(Channel channel, int count, String text)
      throws IOException, InterruptedException, java.util.concurrent.TimeoutException {
    channel.confirmSelect();
    for (int i = 0; i < count; i++) {
      channel.basicPublish("logs", "", null, text.getBytes(UTF_8));
    }
    channel.waitForConfirmsOrDie(ALL.toMillis());
    String end = UUID.randomUUID().toString();
    for (String subscription : List.of("fanout-screen", "fanout-file")) {
      Bounds.within(ALL).until(() -> hasCome(subscription, end, channel));
    }
  }

  /** The end comes again and again, as what the other receives pushes it out. */
  private boolean hasCome(String subscription, String end, Channel channel) throws IOException {
    channel.basicPublish("logs", "", null, end.getBytes(UTF_8));
    return api.get("/api/received?limit=1&subscription=" + subscription).body().contains(end);
  }

  private long filesBytes() throws IOException {
    try (Stream<Path> files = Files.list(file.directory())) {
      return files.mapToLong(each -> each.toFile().length()).sum();
    }
  }
}
