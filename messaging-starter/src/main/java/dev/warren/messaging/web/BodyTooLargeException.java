package dev.warren.messaging.web;

import java.io.IOException;
import org.springframework.util.unit.DataSize;

/** The body went past its limit. Thrown to whoever is reading it. */
final class BodyTooLargeException extends IOException {

  private static final long serialVersionUID = 1L;

  private final long limitBytes;

  BodyTooLargeException(DataSize limit) {
    super("body longer than " + limit.toBytes() + " bytes");
    this.limitBytes = limit.toBytes();
  }

  ProblemException toProblem() {
    String detail = "The body is longer than the " + limitBytes + " bytes allowed here";
    return new ProblemException(ProblemType.BODY_TOO_LARGE, detail).with("limitBytes", limitBytes);
  }
}
