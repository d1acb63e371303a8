package dev.warren.messaging.tracing;

import io.micrometer.tracing.Span;
import org.jspecify.annotations.Nullable;

/** The span of a message that was sent. */
public final class SentSpan {

  static final SentSpan NONE = new SentSpan(Span.NOOP);

  private final Span span;

  SentSpan(Span span) {
    this.span = span;
  }

  /** Ends it, with the problem if there was one. May be called by any thread. */
  public void end(@Nullable String problem) {
    if (problem != null) {
      span.error(new Failed(problem));
    }
    span.end();
  }

  /** Without a stack trace, which would be that of whoever found out. */
  private static final class Failed extends RuntimeException {
    private static final long serialVersionUID = 1;

    Failed(String problem) {
      super(problem, null, false, false);
    }
  }
}
