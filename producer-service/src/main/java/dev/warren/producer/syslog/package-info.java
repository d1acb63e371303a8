/**
 * Real logs for the topic exchange: syslog lines, streamed, each published under its facility and
 * severity.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5424">RFC 5424</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc3164">RFC 3164</a>
 */
@NullMarked
package dev.warren.producer.syslog;

import org.jspecify.annotations.NullMarked;
