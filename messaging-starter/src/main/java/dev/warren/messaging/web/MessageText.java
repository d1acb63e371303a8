package dev.warren.messaging.web;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;

/**
 * The text of a message: there, not empty, and expressible in UTF-8. Anything else may be in it.
 */
@Documented
@Constraint(validatedBy = MessageText.Validator.class)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
public @interface MessageText {

  /** What the caller is told. */
  String message() default "must be a text that is not empty";

  /** See {@link Constraint}. */
  Class<?>[] groups() default {};

  /** See {@link Constraint}. */
  Class<? extends Payload>[] payload() default {};

  /** Asks {@link WireText}. */
  final class Validator implements ConstraintValidator<MessageText, String> {
    @Override
    public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
      return text != null && !text.isEmpty() && WireText.isEncodable(text);
    }
  }
}
