package dev.warren.producer.idempotency;

import org.springframework.web.util.ContentCachingResponseWrapper;

/** A request under a key while it is being done; an attribute of the request. */
final class KeyedExchange {

  static final String ATTRIBUTE = KeyedExchange.class.getName();

  private final Claim claim;
  private final ContentCachingResponseWrapper response;
  private int ids;

  KeyedExchange(Claim claim, ContentCachingResponseWrapper response) {
    this.claim = claim;
    this.response = response;
  }

  Claim claim() {
    return claim;
  }

  /** The answer, which has not left yet. */
  ContentCachingResponseWrapper response() {
    return response;
  }

  /** The id of the next message: in each attempt the same ones in the same order. */
  String nextId() {
    return claim.id(ids++);
  }
}
