package dev.warren.systemtests.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.ByteOrder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ListeningSocketTest {

  private static final String TCP =
      """
        sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode
         0: 0100007F:1F90 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 271 1 0 100 0 0 10 0
         1: 00000000:1538 00000000:0000 0A 00000000:00000000 00:00000000 00000000   998        0 272 1 0 100 0 0 10 0
         2: 0100007F:1F90 0100007F:C350 01 00000000:00000000 02:000005B4 00000000     0        0 273 2 0 20 4 30 10 -1
      """;

  private static final String TCP6 =
      """
        sl  local_address                         remote_address                        st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode
         0: 00000000000000000000000001000000:0050 00000000000000000000000000000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 281 1 0 100 0 0 10 0
         1: 0000000000000000FFFF00000100007F:0051 00000000000000000000000000000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 282 1 0 100 0 0 10 0
         2: 00000000000000000000000000000000:0052 00000000000000000000000000000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 283 1 0 100 0 0 10 0
         3: 0000000000000000FFFF00000200A8C0:0053 00000000000000000000000000000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 284 1 0 100 0 0 10 0
      """;

  @BeforeEach
  void onAMachineThatWritesWordsAsHere() {
    assumeTrue(ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN);
  }

  @Test
  void connectionsAreNotAmongThem() {
    assertThat(ListeningSocket.in(TCP))
        .extracting(ListeningSocket::inode)
        .containsExactly("271", "272");
  }

  @Test
  void addressAndPortAreRead() {
    assertThat(ListeningSocket.in(TCP))
        .extracting(ListeningSocket::toString)
        .containsExactly("127.0.0.1 port 8080", "0.0.0.0 port 5432");
  }

  @Test
  void loopbackIsToldFromTheRestInEachForm() {
    assertThat(ListeningSocket.in(TCP))
        .extracting(ListeningSocket::isLocal)
        .containsExactly(true, false);
    assertThat(ListeningSocket.in(TCP6))
        .extracting(ListeningSocket::isLocal)
        .containsExactly(true, true, false, false);
  }

  @Test
  void aProcessThatHasEndedHasNone() {
    assertThat(ListeningSocket.in("")).isEmpty();
  }
}
