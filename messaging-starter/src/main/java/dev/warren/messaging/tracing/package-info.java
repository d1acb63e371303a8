/**
 * One trace from the HTTP request through the messages to all who handle them, and back through the
 * replies: W3C trace context in the headers of messages. Off unless {@code warren.tracing.enabled}.
 *
 * @see <a href="https://www.w3.org/TR/trace-context/">Trace Context</a>
 */
@NullMarked
package dev.warren.messaging.tracing;

import org.jspecify.annotations.NullMarked;
