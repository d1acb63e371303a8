package dev.warren.messaging.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.TypeMismatchException;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.util.ClassUtils;
import org.springframework.validation.FieldError;
import org.springframework.validation.method.ParameterValidationResult;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** Says which parameter of a path or query is wrong, and how. */
final class InvalidParameters {

  private InvalidParameters() {}

  static List<FieldProblem> of(HandlerMethodValidationException invalid) {
    List<FieldProblem> problems = new ArrayList<>();
    for (ParameterValidationResult result : invalid.getParameterValidationResults()) {
      String parameter =
          Objects.requireNonNullElse(result.getMethodParameter().getParameterName(), "parameter");
      for (MessageSourceResolvable error : result.getResolvableErrors()) {
        String field = error instanceof FieldError onBody ? onBody.getField() : parameter;
        problems.add(new FieldProblem(field, message(error.getDefaultMessage())));
      }
    }
    return problems;
  }

  static ProblemException explain(TypeMismatchException mismatch) {
    String name =
        mismatch instanceof MethodArgumentTypeMismatchException argument
            ? argument.getName()
            : Objects.requireNonNullElse(mismatch.getPropertyName(), "parameter");
    return ProblemException.invalid(name, expected(mismatch.getRequiredType()));
  }

  private static String expected(@Nullable Class<?> type) {
    if (type != null && type.isEnum()) {
      List<String> names = new ArrayList<>();
      for (Object constant : type.getEnumConstants()) {
        names.add(constant.toString());
      }
      return "must be one of " + String.join(", ", names);
    }
    boolean number =
        type != null && Number.class.isAssignableFrom(ClassUtils.resolvePrimitiveIfNecessary(type));
    return number ? "must be a number in range" : "cannot be understood";
  }

  private static String message(@Nullable String message) {
    return message == null ? "is not valid" : message;
  }
}
