package dev.warren.messaging.web;

import java.time.temporal.Temporal;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.util.ClassUtils;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/**
 * Says what is wrong with a body in the caller's terms: positions and fields, never our classes.
 */
final class UnreadableBodies {

  private static final String NUMBER = "must be a number in range";
  private static final Pattern HINTS =
      Pattern.compile(" ?\\((start marker|for |from ).*|, from .*");

  private UnreadableBodies() {}

  static ProblemException explain(HttpMessageNotReadableException unreadable) {
    for (Throwable cause = unreadable; cause != null; cause = cause.getCause()) {
      if (cause instanceof BodyRefusedException refused) {
        return refused.toProblem();
      }
      if (cause instanceof ProblemException problem) {
        return problem;
      }
      if (cause instanceof JacksonException json) {
        return explain(json);
      }
    }
    return malformed("A body is required");
  }

  private static ProblemException explain(JacksonException json) {
    if (json.getCause() instanceof BodyRefusedException refused) {
      return refused.toProblem();
    }
    if (json instanceof UnrecognizedPropertyException unknown) {
      return ProblemException.invalid(path(unknown), "is unknown");
    }
    if (json instanceof MismatchedInputException mismatch) {
      return explain(mismatch);
    }
    if (json instanceof InputCoercionException && !json.getPath().isEmpty()) {
      return ProblemException.invalid(path(json), NUMBER);
    }
    if (json instanceof StreamReadException syntax) {
      return malformed("Not well-formed JSON" + position(syntax) + complaint(syntax));
    }
    return malformed("Not well-formed JSON in UTF-8");
  }

  private static ProblemException explain(MismatchedInputException mismatch) {
    String expected = expected(mismatch.getTargetType());
    if (!mismatch.getPath().isEmpty()) {
      return ProblemException.invalid(path(mismatch), expected);
    }
    if (mismatch.getOriginalMessage().contains("end-of-input")) {
      return malformed("A body is required");
    }
    return malformed("The body " + expected);
  }

  private static String expected(@Nullable Class<?> type) {
    if (type == null || Temporal.class.isAssignableFrom(type)) {
      return "has the wrong type or format";
    }
    Class<?> boxed = ClassUtils.resolvePrimitiveIfNecessary(type);
    if (boxed.isEnum()) {
      return "must be one of "
          + Arrays.stream(boxed.getEnumConstants())
              .map(Object::toString)
              .collect(Collectors.joining(", "));
    }
    if (Number.class.isAssignableFrom(boxed)) {
      return NUMBER;
    }
    if (boxed == String.class || boxed == Boolean.class) {
      return "must be a " + boxed.getSimpleName().toLowerCase(Locale.ROOT);
    }
    boolean array = Collection.class.isAssignableFrom(boxed) || boxed.isArray();
    return "must be a JSON " + (array ? "array" : "object");
  }

  private static String path(JacksonException json) {
    List<JacksonException.Reference> path = json.getPath();
    return path.stream()
        .map(step -> step.getPropertyName() == null ? "" + step.getIndex() : step.getPropertyName())
        .collect(Collectors.joining("."));
  }

  private static String position(StreamReadException syntax) {
    TokenStreamLocation at = syntax.getLocation();
    return at == null ? ": " : " at line " + at.getLineNr() + ", column " + at.getColumnNr() + ": ";
  }

  /** Jackson's words without its hints for programmers. */
  private static String complaint(StreamReadException syntax) {
    return HINTS.matcher(syntax.getOriginalMessage()).replaceAll("").replace("`", "");
  }

  private static ProblemException malformed(String detail) {
    return new ProblemException(ProblemType.MALFORMED_REQUEST, detail);
  }
}
