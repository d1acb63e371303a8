package dev.warren.messaging.web.sse;

import java.net.URI;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;

/** No further event stream can be opened now: {@code 503} with {@code Retry-After}. */
final class TooManyStreamsException extends ErrorResponseException {

  private static final long serialVersionUID = 1L;

  TooManyStreamsException(String detail) {
    super(HttpStatus.SERVICE_UNAVAILABLE);
    setType(URI.create("urn:warren:problem:too-many-streams"));
    setTitle("No further event stream");
    setDetail(detail);
    getHeaders().set(HttpHeaders.RETRY_AFTER, "5");
  }
}
