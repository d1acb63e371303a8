package dev.warren.security;

/** It is not said, or makes no sense, who may call the service: it does not start. */
final class SecurityNotConfiguredException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  SecurityNotConfiguredException(String message) {
    super(message);
  }
}
