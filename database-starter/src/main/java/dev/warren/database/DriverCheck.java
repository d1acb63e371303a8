package dev.warren.database;

import dev.warren.messaging.settings.WrongSettingException;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/** Ends the start where no driver takes the URL: that database would be waited for in vain. */
final class DriverCheck implements BeanPostProcessor {

  /** All of a URL that is told: what follows may have a password in it. */
  private static final Pattern BEGINNING = Pattern.compile("(?:jdbc:)?[a-z0-9+]+:");

  /**
   * @throws WrongSettingException if no driver takes the URL
   */
  @Override
  public Object postProcessAfterInitialization(Object bean, String name) {
    if (bean instanceof JdbcConnectionDetails details) {
      requireDriver(details.getJdbcUrl());
    }
    return bean;
  }

  private static void requireDriver(String url) {
    try {
      DriverManager.getDriver(url);
    } catch (SQLException e) {
      Matcher beginning = BEGINNING.matcher(url);
      throw new WrongSettingException(
          "No JDBC driver here takes spring.datasource.url, which begins with '%s'."
              .formatted(beginning.lookingAt() ? beginning.group() : "…"),
          "Set WARREN_DATABASE_URL to jdbc:postgresql://HOST:PORT/DATABASE, or unset it for a file"
              + " of H2's.");
    }
  }
}
