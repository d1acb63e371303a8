package dev.warren.messaging.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class FarewellFilterTest {

  private final FarewellFilter filter = new FarewellFilter(Duration.ofSeconds(1));
  private final CountDownLatch stopped = new CountDownLatch(1);

  @BeforeEach
  void start() {
    filter.start();
  }

  @Test
  void connectionsAreKeptUntilTheEnd() throws Exception {
    assertThat(answer().getHeader("Connection")).isNull();
  }

  @Test
  void theLastAnswersEndTheirConnectionsAndTheServerWaitsForThat() throws Exception {
    answer();

    filter.stop(stopped::countDown);

    assertThat(stopped.getCount()).isEqualTo(1);
    assertThat(answer().getHeader("Connection")).isEqualTo("close");
    assertThat(stopped.await(10, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void aServerThatNobodyAskedStopsAtOnce() {
    filter.stop(stopped::countDown);

    assertThat(stopped.getCount()).isZero();
  }

  private MockHttpServletResponse answer() throws ServletException, IOException {
    MockHttpServletResponse response = new MockHttpServletResponse();
    filter.doFilter(new MockHttpServletRequest(), response, new MockFilterChain());
    return response;
  }
}
