package dev.warren.security;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/** How a service knows its callers. There is no default: a service that was told nothing ends. */
public enum SecurityMode {
  /** Not at all. Whoever reaches the service may do everything; for a demo on loopback. */
  OPEN,
  /** By a key out of a list, whose hashes the service has. */
  API_KEYS,
  /** By a token of an OAuth 2.0 authorization server. */
  JWT;

  /** What {@code warren.security.mode} says; null if it says nothing. */
  public static @Nullable SecurityMode of(Environment environment) {
    return Binder.get(environment).bind("warren.security.mode", SecurityMode.class).orElse(null);
  }
}
