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
 * A routing or binding key: at most 255 bytes of UTF-8, no control characters. It may be empty, and
 * an absent one is valid.
 */
@Documented
@Constraint(validatedBy = RoutingKey.Validator.class)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
public @interface RoutingKey {

  /** What the caller is told. */
  String message() default "must be at most 255 bytes of UTF-8 without control characters";

  /** See {@link Constraint}. */
  Class<?>[] groups() default {};

  /** See {@link Constraint}. */
  Class<? extends Payload>[] payload() default {};

  /** Asks {@link WireText}. */
  final class Validator implements ConstraintValidator<RoutingKey, String> {
    @Override
    public boolean isValid(@Nullable String key, ConstraintValidatorContext context) {
      return key == null || WireText.isShort(key);
    }
  }
}
