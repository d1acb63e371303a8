package dev.warren.security;

import java.util.List;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Holds in the modes that {@link OnSecurityMode} names. */
final class SecurityModeCondition implements Condition {

  @Override
  public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
    SecurityMode mode = SecurityMode.of(context.getEnvironment());
    SecurityMode[] wanted =
        metadata
            .getAnnotations()
            .get(OnSecurityMode.class)
            .getEnumArray("value", SecurityMode.class);
    return mode != null && List.of(wanted).contains(mode);
  }
}
