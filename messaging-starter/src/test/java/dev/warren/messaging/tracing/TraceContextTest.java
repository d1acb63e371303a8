package dev.warren.messaging.tracing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.amqp.core.Message;

class TraceContextTest {

  private static final String PARENT = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

  @Test
  void isAddedAsHeaders() {
    Message message = new Message(new byte[0]);

    new TraceContext(PARENT, "a=1").addTo(message);

    assertThat(message.getMessageProperties().getHeaders())
        .containsEntry("traceparent", PARENT)
        .containsEntry("tracestate", "a=1");
  }

  @Test
  void addsNothingIfThereIsNoTrace() {
    Message message = new Message(new byte[0]);

    new TraceContext(null, null).addTo(message);

    assertThat(message.getMessageProperties().getHeaders()).isEmpty();
  }

  @Test
  void leavesOutAStateThatIsTooLong() {
    assertThat(new TraceContext(PARENT, "x".repeat(512)).tracestate()).hasSize(512);
    assertThat(new TraceContext(PARENT, "x".repeat(513)).tracestate()).isNull();
  }
}
