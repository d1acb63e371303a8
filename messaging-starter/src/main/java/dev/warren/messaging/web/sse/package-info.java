/**
 * Server-sent events to many browsers and scripts at once, with bounded memory: a client that does
 * not keep up is disconnected, and nobody who publishes ever waits for one. Written with the
 * Servlet API's non-blocking output, since Spring MVC's {@code SseEmitter} writes block the sender:
 * on platform threads each stalled client would hold one.
 *
 * @see <a href="https://html.spec.whatwg.org/multipage/server-sent-events.html">Server-sent
 *     events</a>
 */
@NullMarked
package dev.warren.messaging.web.sse;

import org.jspecify.annotations.NullMarked;
