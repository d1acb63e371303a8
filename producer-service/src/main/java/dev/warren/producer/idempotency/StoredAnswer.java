package dev.warren.producer.idempotency;

import dev.warren.messaging.web.ProblemException;
import dev.warren.messaging.web.ProblemType;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.util.unit.DataSize;
import org.springframework.web.util.ContentCachingResponseWrapper;

/** What was answered, to be answered again. */
final class StoredAnswer {

  /** Tells a repeated answer from the first one. */
  static final String REPLAYED = "Idempotency-Replayed";

  private final int status;
  private final @Nullable String contentType;
  private final @Nullable String location;
  private final byte @Nullable [] body;

  /**
   * @param body compressed; null if it was too long to be kept
   */
  StoredAnswer(
      int status, @Nullable String contentType, @Nullable String location, byte @Nullable [] body) {
    this.status = status;
    this.contentType = contentType;
    this.location = location;
    this.body = body;
  }

  static StoredAnswer of(ContentCachingResponseWrapper response, DataSize longest)
      throws IOException {
    byte[] body = compressed(response.getContentAsByteArray());
    return new StoredAnswer(
        response.getStatus(),
        response.getContentType(),
        response.getHeader(HttpHeaders.LOCATION),
        body.length <= longest.toBytes() ? body : null);
  }

  int status() {
    return status;
  }

  @Nullable String contentType() {
    return contentType;
  }

  @Nullable String location() {
    return location;
  }

  byte @Nullable [] body() {
    return body;
  }

  /**
   * Answers once more.
   *
   * @throws ProblemException if the body was not kept
   */
  void writeTo(HttpServletResponse response) throws IOException {
    if (body == null) {
      throw new ProblemException(
          ProblemType.CONFLICT,
          "This was done and answered " + status + "; the answer was too long to be kept");
    }
    byte[] plain = decompressed(body);
    response.setStatus(status);
    response.setHeader(REPLAYED, "true");
    response.setContentType(contentType);
    if (location != null) {
      response.setHeader(HttpHeaders.LOCATION, location);
    }
    response.setContentLength(plain.length);
    response.getOutputStream().write(plain);
  }

  private static byte[] compressed(byte[] plain) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(plain);
    }
    return bytes.toByteArray();
  }

  private static byte[] decompressed(byte[] compressed) throws IOException {
    try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(compressed))) {
      return gzip.readAllBytes();
    }
  }
}
