package dev.warren.messaging.web;

import java.net.URI;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;

/**
 * What can go wrong with a request, each with a URI that stays the same for ever: {@code
 * urn:warren:problem:<slug>}, the slug being the constant's name in lower case with hyphens.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9457">RFC 9457</a>
 */
public enum ProblemType {
  /** The body is not what its media type says, or is missing. */
  MALFORMED_REQUEST(HttpStatus.BAD_REQUEST, "Malformed request"),
  /** Fields or parameters are missing, unknown, of the wrong type or out of bounds. */
  INVALID_FIELD(HttpStatus.BAD_REQUEST, "Invalid field"),
  /** The body's media type is not taken here; {@code Accept-Post} names those that are. */
  UNSUPPORTED_MEDIA_TYPE(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "Unsupported media type"),
  /** None of the accepted media types can be produced. */
  NOT_ACCEPTABLE(HttpStatus.NOT_ACCEPTABLE, "Not acceptable"),
  /** The path exists, the method does not; {@code Allow} names those that do. */
  METHOD_NOT_ALLOWED(HttpStatus.METHOD_NOT_ALLOWED, "Method not allowed"),
  /** Nothing is there. */
  NOT_FOUND(HttpStatus.NOT_FOUND, "Not found"),
  /** What is there already stands against it. */
  CONFLICT(HttpStatus.CONFLICT, "Conflict"),
  /** The request of this {@code Idempotency-Key} is still in hand; ask again in a moment. */
  IDEMPOTENCY_KEY_IN_USE(HttpStatus.CONFLICT, "The first request of this key is in hand"),
  /** This {@code Idempotency-Key} was sent with another request before. Nothing was done. */
  IDEMPOTENCY_KEY_REUSED(HttpStatus.UNPROCESSABLE_CONTENT, "The key belongs to another request"),
  /** The dead letter is none that could be tried again. */
  NOT_REPLAYABLE(HttpStatus.CONFLICT, "Not to be tried again"),
  /** No credential, or none that is good here; {@code WWW-Authenticate} says of what kind. */
  UNAUTHENTICATED(HttpStatus.UNAUTHORIZED, "Who are you?"),
  /** The caller is known and may not do this. */
  FORBIDDEN(HttpStatus.FORBIDDEN, "Not allowed"),
  /** Faults are not simulated here. */
  SIMULATION_DISABLED(HttpStatus.FORBIDDEN, "Faults are not simulated here"),
  /** The body is longer than the path allows. */
  BODY_TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE, "Body too large"),
  /** The body, or more of it, did not arrive in time. */
  BODY_TOO_SLOW(HttpStatus.REQUEST_TIMEOUT, "Body too slow"),
  /** This caller calls too often; nothing was done. */
  TOO_MANY_REQUESTS(HttpStatus.TOO_MANY_REQUESTS, "Too often"),
  /** As many requests of this kind, or of all, as may be are in hand; nothing was done. */
  OVERLOADED(HttpStatus.TOO_MANY_REQUESTS, "Too much at once"),
  /** No queue takes the message. It was not kept. */
  UNROUTABLE(HttpStatus.SERVICE_UNAVAILABLE, "No queue for the message"),
  /** The broker refused the message, as a full queue does. That queue has not kept it. */
  NACKED(HttpStatus.TOO_MANY_REQUESTS, "The broker refused the message"),
  /** The message was sent and nothing is known about it since. It may have been kept. */
  UNCONFIRMED(HttpStatus.SERVICE_UNAVAILABLE, "The broker has not confirmed the message"),
  /**
   * The message was certainly not kept, wherever it got to; of a call, no server has the request.
   */
  NOT_SENT(HttpStatus.SERVICE_UNAVAILABLE, "The message was not sent"),
  /** The broker cannot be reached; nothing was changed on it. */
  BROKER_UNAVAILABLE(HttpStatus.SERVICE_UNAVAILABLE, "No broker"),
  /** Another caller has the dead letters in hand. Nothing was changed. */
  DEAD_LETTERS_BUSY(HttpStatus.SERVICE_UNAVAILABLE, "Somebody else works on the dead letters"),
  /** The database does not answer. What was to be written was not, unless it was lost under way. */
  DATABASE_UNAVAILABLE(HttpStatus.SERVICE_UNAVAILABLE, "No database"),
  /** No server consumes the request queue. */
  NO_RPC_SERVER(HttpStatus.SERVICE_UNAVAILABLE, "No server takes requests"),
  /** No reply arrived before the deadline. */
  RPC_TIMEOUT(HttpStatus.GATEWAY_TIMEOUT, "No reply in time"),
  /** The server answered with an error. */
  RPC_ERROR(HttpStatus.BAD_GATEWAY, "The server answered with an error"),
  /** The server's answer cannot be understood. */
  RPC_BAD_REPLY(HttpStatus.BAD_GATEWAY, "The server's reply makes no sense"),
  /** A dead letter cannot be read by any client of this kind. Nothing was changed. */
  DEAD_LETTER_UNREADABLE(HttpStatus.BAD_GATEWAY, "A dead letter cannot be read"),
  /** The history is still being read; ask again in a moment. */
  REPLAYING(HttpStatus.SERVICE_UNAVAILABLE, "Still reading the history"),
  /** No further event stream can be opened now. */
  TOO_MANY_STREAMS(HttpStatus.SERVICE_UNAVAILABLE, "No further event stream"),
  /** Whoever issued the token cannot be asked for the keys to verify it. Nothing was done. */
  ISSUER_UNAVAILABLE(HttpStatus.SERVICE_UNAVAILABLE, "The token cannot be verified"),
  /** A fault of ours; the log has it under {@code errorId}. */
  INTERNAL(HttpStatus.INTERNAL_SERVER_ERROR, "Internal error");

  private final HttpStatus status;
  private final String title;

  ProblemType(HttpStatus status, String title) {
    this.status = status;
    this.title = title;
  }

  /** The status it is answered with, unless the thrower knows better. */
  public HttpStatus status() {
    return status;
  }

  /** For people; the same for every occurrence. */
  public String title() {
    return title;
  }

  /** For programs; the same for every occurrence, for ever. */
  public URI uri() {
    return URI.create("urn:warren:problem:" + name().toLowerCase(Locale.ROOT).replace('_', '-'));
  }

  /** The type of a problem of which only the status is known. */
  static ProblemType of(HttpStatusCode status) {
    for (ProblemType type : values()) {
      if (type.status.value() == status.value()) {
        return type;
      }
    }
    return status.is4xxClientError() ? MALFORMED_REQUEST : INTERNAL;
  }
}
