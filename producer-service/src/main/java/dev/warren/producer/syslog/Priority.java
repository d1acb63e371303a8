package dev.warren.producer.syslog;

import java.util.List;

/**
 * The number at the head of a syslog line: eight times the facility, plus the severity.
 *
 * <p>Facilities have syslog's keywords. Severities have the words of the RFC and of the tutorials
 * ({@code critical}), and a second name where {@code syslog.conf} has another ({@code crit}).
 *
 * @param number from 0 to {@link #MAX}
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5424#section-6.2.1">RFC 5424, PRI</a>
 */
record Priority(int number) {

  static final int MAX = 191;

  private static final List<String> FACILITIES =
      List.of(
          "kern",
          "user",
          "mail",
          "daemon",
          "auth",
          "syslog",
          "lpr",
          "news",
          "uucp",
          "cron",
          "authpriv",
          "ftp",
          "ntp",
          "audit",
          "alert",
          "clock",
          "local0",
          "local1",
          "local2",
          "local3",
          "local4",
          "local5",
          "local6",
          "local7");
  private static final List<String> SEVERITIES =
      List.of("emergency", "alert", "critical", "error", "warning", "notice", "info", "debug");
  private static final List<String> SHORT_SEVERITIES =
      List.of("emerg", "alert", "crit", "err", "warning", "notice", "info", "debug");

  Priority {
    if (number < 0 || number > MAX) {
      throw new IllegalArgumentException("no syslog priority: " + number);
    }
  }

  /** {@code auth.critical}: the key that the message is published with. */
  String routingKey() {
    return in(SEVERITIES);
  }

  /** {@code auth.crit}: the same for those who bind what they know from {@code syslog.conf}. */
  String alias() {
    return in(SHORT_SEVERITIES);
  }

  boolean hasAlias() {
    return !alias().equals(routingKey());
  }

  private String in(List<String> severities) {
    return FACILITIES.get(number / severities.size())
        + "."
        + severities.get(number % severities.size());
  }
}
