package dev.warren.security;

import dev.warren.messaging.web.ProblemException;

/** Whoever makes the present request. For what the path of a request does not tell. */
@FunctionalInterface
public interface Callers {

  /**
   * Goes on if the caller has this scope, or if nobody is asked for one.
   *
   * @throws ProblemException 403 if not
   */
  void require(Scope scope);
}
