package dev.warren.producer.idempotency;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** The SHA-256 of several parts, each with its length, so that none runs into the next. */
final class Fingerprint {

  private final MessageDigest digest;

  Fingerprint() {
    try {
      this.digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** A part that is missing is not the same as an empty one. */
  Fingerprint add(@Nullable String part) {
    if (part != null) {
      return add(part.getBytes(StandardCharsets.UTF_8));
    }
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(-1).array());
    return this;
  }

  Fingerprint add(byte[] part) {
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(part.length).array());
    digest.update(part);
    return this;
  }

  /** 64 hexadecimal digits. Nothing can be added after that. */
  String hex() {
    return HexFormat.of().formatHex(digest.digest());
  }
}
