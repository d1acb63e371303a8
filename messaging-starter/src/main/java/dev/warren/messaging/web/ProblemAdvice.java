package dev.warren.messaging.web;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.validation.BindingResult;
import org.springframework.validation.FieldError;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/**
 * Every failure of a request, as a problem with a stable type. What is the caller's fault is said
 * precisely; what is ours is logged under an id and the caller gets the id.
 *
 * @see <a
 *     href="https://docs.spring.io/spring-framework/reference/web/webmvc/mvc-ann-rest-exceptions.html">Error
 *     responses</a>
 */
@RestControllerAdvice
class ProblemAdvice extends ResponseEntityExceptionHandler {

  private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);

  @Override
  protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
      HttpMessageNotReadableException ex,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    return answer(UnreadableBodies.explain(ex), request);
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleMethodArgumentNotValid(
      MethodArgumentNotValidException ex,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    return answer(ProblemException.invalid(fieldProblems(ex.getBindingResult())), request);
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleHandlerMethodValidationException(
      HandlerMethodValidationException ex,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    return answer(ProblemException.invalid(InvalidParameters.of(ex)), request);
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleMissingServletRequestParameter(
      MissingServletRequestParameterException ex,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    return answer(ProblemException.invalid(ex.getParameterName(), "is required"), request);
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleTypeMismatch(
      TypeMismatchException ex, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
    return answer(InvalidParameters.explain(ex), request);
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleHttpMediaTypeNotSupported(
      HttpMediaTypeNotSupportedException ex,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    HttpHeaders withPost = new HttpHeaders(headers);
    withPost.set("Accept-Post", headers.getFirst(HttpHeaders.ACCEPT));
    return super.handleHttpMediaTypeNotSupported(ex, withPost, status, request);
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleNoResourceFoundException(
      NoResourceFoundException ex, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
    String detail = "There is nothing at /" + ex.getResourcePath();
    return answer(new ProblemException(ProblemType.NOT_FOUND, detail), request);
  }

  /** Tomcat cannot read the query, or a form. */
  @ExceptionHandler
  @Nullable ResponseEntity<Object> handleInvalidParameter(
      InvalidParameterException ex, WebRequest request) {
    String detail = "There are too many parameters, or such as are not encoded in UTF-8";
    return answer(new ProblemException(ProblemType.MALFORMED_REQUEST, detail), request);
  }

  @ExceptionHandler
  @Nullable ResponseEntity<Object> handleAnythingElse(Exception ex, WebRequest request) {
    for (Throwable cause = ex; cause != null; cause = cause.getCause()) {
      if (cause instanceof BodyRefusedException refused) {
        return answer(refused.toProblem(), request);
      }
    }
    String errorId = UUID.randomUUID().toString();
    log.error("Request failed, errorId {}: {}", errorId, request.getDescription(false), ex);
    String detail = "Something went wrong here; the log has it under this errorId";
    ProblemException problem = new ProblemException(ProblemType.INTERNAL, detail);
    return answer(problem.with("errorId", errorId), request);
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleExceptionInternal(
      Exception ex,
      @Nullable Object body,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    ProblemType type = ProblemType.of(status);
    if (!(ex instanceof ErrorResponse) && status.is5xxServerError()) {
      return handleAnythingElse(ex, request);
    }
    ResponseEntity<Object> answer =
        super.handleExceptionInternal(ex, body, headers, status, request);
    if (answer != null && answer.getBody() instanceof ProblemDetail problem && untyped(problem)) {
      problem.setType(type.uri());
      problem.setTitle(type.title());
    }
    return answer;
  }

  /** A problem, whatever the caller accepts: with a header that cannot be read, that is nothing. */
  @Override
  protected ResponseEntity<Object> createResponseEntity(
      @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
    HttpHeaders typed = new HttpHeaders(headers);
    typed.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
    return super.createResponseEntity(body, typed, status, request);
  }

  private @Nullable ResponseEntity<Object> answer(ProblemException problem, WebRequest request) {
    return super.handleExceptionInternal(
        problem, problem.getBody(), problem.getHeaders(), problem.getStatusCode(), request);
  }

  private static boolean untyped(ProblemDetail problem) {
    return problem.getType() == null || "about:blank".equals(problem.getType().toString());
  }

  private static List<FieldProblem> fieldProblems(BindingResult result) {
    return result.getAllErrors().stream()
        .map(
            error ->
                new FieldProblem(
                    error instanceof FieldError field ? field.getField() : error.getObjectName(),
                    Objects.requireNonNullElse(error.getDefaultMessage(), "is not valid")))
        .toList();
  }
}
