package dev.warren.security;

import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;

/** The caller whom Spring Security has found out. */
final class KnownCallers implements Callers {

  @Override
  public void require(Scope scope) {
    Authentication caller = SecurityContextHolder.getContext().getAuthentication();
    boolean granted =
        caller != null
            && caller.getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .anyMatch(scope.authority()::equals);
    if (!granted) {
      throw Refusals.tooSmall(scope.text());
    }
  }
}
