package dev.warren.messaging.tracing;

import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.core.MessageProperties;

/**
 * The spans of sending and of handling messages. Sending continues a trace, the current one or else
 * the one that the message brings, and begins none, so that what a service sends for itself, such
 * as task events, is not traced; a message that carries no trace begins one where it is handled.
 *
 * @see <a href="https://opentelemetry.io/docs/specs/semconv/messaging/messaging-spans/">Names of
 *     messaging spans</a>
 */
public final class MessageTracing {

  /** Does nothing. */
  public static final MessageTracing OFF = new MessageTracing(Tracer.NOOP, Propagator.NOOP);

  private final Tracer tracer;
  private final Propagator propagator;

  MessageTracing(Tracer tracer, Propagator propagator) {
    this.tracer = tracer;
    this.propagator = propagator;
  }

  /** A message that is about to be sent, for which its receivers need no answer. */
  public SentSpan send(String destination, Message message) {
    return begin(Span.Kind.PRODUCER, "send " + destination, message);
  }

  /** A request that is about to be sent; its span lasts until the reply. */
  public SentSpan call(String destination, Message message) {
    return begin(Span.Kind.CLIENT, "call " + destination, message);
  }

  /** What is going on, for a message that is written now and sent later. */
  public TraceContext current() {
    Map<String, String> headers = new HashMap<>();
    Span current = tracer.currentSpan();
    if (current != null) {
      propagator.inject(
          current.context(), headers, (carrier, key, value) -> headers.put(key, value));
    }
    return new TraceContext(
        headers.get(TraceContext.TRACEPARENT), headers.get(TraceContext.TRACESTATE));
  }

  private SentSpan begin(Span.Kind kind, String name, Message message) {
    MessageProperties properties = message.getMessageProperties();
    Span.Builder continued = continued(properties);
    if (continued == null) {
      return SentSpan.NONE;
    }
    Span span = described(continued, properties, kind, name);
    propagator.inject(
        span.context(), properties, (carrier, key, value) -> properties.setHeader(key, value));
    return new SentSpan(span);
  }

  private Span.@Nullable Builder continued(MessageProperties properties) {
    Span current = tracer.currentSpan();
    if (current != null && current != Span.NOOP) {
      return tracer.spanBuilder().setParent(current.context());
    }
    return text(properties, TraceContext.TRACEPARENT) == null
        ? null
        : propagator.extract(properties, MessageTracing::text);
  }

  /** A message that has been delivered. Whoever expects a reply is answered by a server. */
  Span receive(String listener, Message message) {
    MessageProperties properties = message.getMessageProperties();
    Span.Kind kind = properties.getReplyTo() == null ? Span.Kind.CONSUMER : Span.Kind.SERVER;
    return described(
        propagator.extract(properties, MessageTracing::text),
        properties,
        kind,
        "process " + listener);
  }

  Tracer.SpanInScope inScope(Span span) {
    return tracer.withSpan(span);
  }

  private static Span described(
      Span.Builder builder, MessageProperties properties, Span.Kind kind, String name) {
    builder.kind(kind).name(name).tag("messaging.system", "rabbitmq");
    String id = properties.getMessageId();
    if (id != null) {
      builder.tag("messaging.message.id", id);
    }
    return builder.start();
  }

  /** Anybody may have sent anything under that name. */
  private static @Nullable String text(MessageProperties properties, String name) {
    return properties.getHeaders().get(name) instanceof String text ? text : null;
  }
}
