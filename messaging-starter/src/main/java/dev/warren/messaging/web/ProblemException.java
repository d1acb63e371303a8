package dev.warren.messaging.web;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/**
 * Thrown anywhere below a controller, answered as a problem. The detail is shown to the caller: it
 * says what was wrong with this request and nothing about our insides.
 */
public class ProblemException extends ErrorResponseException {

  private static final long serialVersionUID = 1L;

  private final ProblemType problemType;

  public ProblemException(ProblemType type, String detail) {
    this(type, type.status(), detail, null);
  }

  /** With a status other than the type's own, and the cause for the log. */
  public ProblemException(
      ProblemType type, HttpStatusCode status, String detail, @Nullable Throwable cause) {
    super(status, ProblemDetail.forStatusAndDetail(status, detail), cause);
    this.problemType = type;
    setType(type.uri());
    setTitle(type.title());
  }

  /** Fields or parameters that are wrong, as the {@code errors} of an {@code invalid-field}. */
  public static ProblemException invalid(List<FieldProblem> errors) {
    ProblemException problem =
        new ProblemException(ProblemType.INVALID_FIELD, FieldProblem.describe(errors));
    return problem.with("errors", errors);
  }

  /** One field or parameter that is wrong. */
  public static ProblemException invalid(String field, String message) {
    return invalid(List.of(new FieldProblem(field, message)));
  }

  /** Which problem it is. */
  public ProblemType problemType() {
    return problemType;
  }

  /** Adds a member to the problem, beside {@code type}, {@code title} and the others. */
  public ProblemException with(String name, Object value) {
    getBody().setProperty(name, value);
    return this;
  }

  /** Tells the caller when to try again; in whole seconds, at least one. */
  public ProblemException retryAfter(Duration delay) {
    getHeaders().set(HttpHeaders.RETRY_AFTER, Long.toString(Math.max(1, delay.toSeconds())));
    return this;
  }
}
