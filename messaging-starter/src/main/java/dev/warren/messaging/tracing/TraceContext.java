package dev.warren.messaging.tracing;

import org.jspecify.annotations.Nullable;
import org.springframework.amqp.core.Message;

/**
 * Where in which trace something happened, for what is sent of it later. Both are null without a
 * trace.
 *
 * @param traceparent 55 characters
 * @param tracestate what tracers of others have added; null if it is longer than {@value
 *     #LONGEST_STATE} characters, which is all that must be kept of it
 * @see <a href="https://www.w3.org/TR/trace-context/#tracestate-limits">Limits of tracestate</a>
 */
public record TraceContext(@Nullable String traceparent, @Nullable String tracestate) {

  static final String TRACEPARENT = "traceparent";
  static final String TRACESTATE = "tracestate";

  private static final int LONGEST_STATE = 512;

  /** Leaves out a state that is too long. */
  public TraceContext {
    if (tracestate != null && tracestate.length() > LONGEST_STATE) {
      tracestate = null;
    }
  }

  /** Has the message sent in that trace, unless it is sent in another one. */
  public void addTo(Message message) {
    if (traceparent != null) {
      message.getMessageProperties().setHeader(TRACEPARENT, traceparent);
    }
    if (tracestate != null) {
      message.getMessageProperties().setHeader(TRACESTATE, tracestate);
    }
  }
}
