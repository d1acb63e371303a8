/**
 * Requests that may be repeated: with an {@code Idempotency-Key}, the same request has one effect
 * and one answer, however often it is sent. {@code docs/idempotency.md}.
 *
 * @see <a href="https://datatracker.ietf.org/doc/draft-ietf-httpapi-idempotency-key-header/">The
 *     Idempotency-Key HTTP Header Field</a>
 */
@NullMarked
package dev.warren.producer.idempotency;

import org.jspecify.annotations.NullMarked;
