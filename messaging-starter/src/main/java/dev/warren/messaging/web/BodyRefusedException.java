package dev.warren.messaging.web;

import java.io.IOException;
import java.time.Duration;
import org.springframework.util.unit.DataSize;

/** The body went past a limit. Thrown to whoever is reading it. */
final class BodyRefusedException extends IOException {

  private static final long serialVersionUID = 1L;

  private final ProblemException problem;

  private BodyRefusedException(ProblemException problem) {
    super(problem.getBody().getDetail());
    this.problem = problem;
  }

  static BodyRefusedException tooLarge(DataSize limit) {
    String detail = "The body is longer than the " + limit.toBytes() + " bytes allowed here";
    return new BodyRefusedException(
        new ProblemException(ProblemType.BODY_TOO_LARGE, detail)
            .with("limitBytes", limit.toBytes()));
  }

  static BodyRefusedException tooSlow(Duration limit) {
    String detail = "The body was not here within the " + limit.toMillis() + " ms allowed";
    return new BodyRefusedException(
        new ProblemException(ProblemType.BODY_TOO_SLOW, detail)
            .with("limitMillis", limit.toMillis()));
  }

  ProblemException toProblem() {
    return problem;
  }
}
