package dev.warren.security;

import java.util.Arrays;
import java.util.Optional;

/** What a caller may be allowed to do. None of them includes another. */
public enum Scope {
  /** Look at tasks, orders and workers. */
  TASKS_READ("tasks:read"),
  /** Send tasks, orders and greetings. */
  TASKS_WRITE("tasks:write"),
  /** Look at received logs, and at who receives them. */
  LOGS_READ("logs:read"),
  /** Publish logs. */
  LOGS_WRITE("logs:write"),
  /** Have something computed, and look at who computes. */
  RPC_CALL("rpc:call"),
  /** Reach into operation: dead letters, subscriptions, simulated faults. */
  ADMIN("admin");

  private static final String PREFIX = "SCOPE_";

  private final String text;

  Scope(String text) {
    this.text = text;
  }

  /** As keys, tokens and settings have it: {@code tasks:read}. */
  public String text() {
    return text;
  }

  /** The scope of this text, if there is one. */
  static Optional<Scope> parse(String text) {
    return Arrays.stream(values()).filter(scope -> scope.text.equals(text)).findFirst();
  }

  /** As Spring Security has it, which it also makes of the scopes of a token. */
  String authority() {
    return PREFIX + text;
  }

  /** The text of what {@link #authority} returned; anything else as it is. */
  static String textOf(String authority) {
    return authority.startsWith(PREFIX) ? authority.substring(PREFIX.length()) : authority;
  }
}
