package dev.warren.messaging.tracing;

import dev.warren.messaging.listen.DeliveredMessage;
import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;
import org.springframework.amqp.core.Message;

/**
 * A span around each call of a listener, in the trace that the message carries.
 *
 * <p>Spring's own observation of listeners is not used: it takes trace headers for strings, so that
 * a stranger's number under such a name gets a good message rejected, and it measures what
 * ListenerMeters measures already. Readings of a stream are not traced: it is read again and again.
 */
final class ListenerTracing implements MethodInterceptor {

  private static final String STREAM_OFFSET = "x-stream-offset";

  private final MessageTracing tracing;
  private final String listener;

  ListenerTracing(MessageTracing tracing, String listener) {
    this.tracing = tracing;
    this.listener = listener;
  }

  @Override
  public @Nullable Object invoke(MethodInvocation call) throws Throwable {
    Message message = DeliveredMessage.of(call);
    if (message == null || message.getMessageProperties().getHeader(STREAM_OFFSET) != null) {
      return call.proceed();
    }
    Span span = tracing.receive(listener, message);
    Tracer.SpanInScope scope = tracing.inScope(span);
    try {
      return call.proceed();
    } catch (Throwable e) {
      span.error(e);
      throw e;
    } finally {
      scope.close();
      span.end();
    }
  }
}
