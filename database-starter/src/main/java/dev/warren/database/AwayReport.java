package dev.warren.database;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/** Says once that the database lets nobody in, and why, and once that it does again. */
final class AwayReport {

  /** Of SQL states: the user or its password is wrong. */
  private static final String INVALID_AUTHORIZATION = "28";

  private static final Logger log = LoggerFactory.getLogger(AwayReport.class);

  private final Supplier<JdbcConnectionDetails> details;
  private final AtomicBoolean away = new AtomicBoolean();

  AwayReport(Supplier<JdbcConnectionDetails> details) {
    this.details = details;
  }

  /** A pool names what keeps it from connecting as the cause; without one it is only exhausted. */
  void failed(SQLException failure) {
    boolean exhausted =
        !(failure instanceof SQLTransientConnectionException) || failure.getCause() == null;
    if (exhausted || !away.compareAndSet(false, true)) {
      return;
    }
    log.warn(
        isRefusal(failure)
            ? "The database at {} refuses the user '{}' ({}); waiting for it"
            : "The database at {} does not answer yet (user '{}', {}); waiting for it",
        address(),
        details.get().getUsername(),
        DatabaseAway.why(failure));
  }

  void connected() {
    if (away.get() && away.compareAndSet(true, false)) {
      log.info("The database at {} answers", address());
    }
  }

  private static boolean isRefusal(SQLException failure) {
    return Stream.<Throwable>iterate(failure, cause -> cause != null, Throwable::getCause)
        .anyMatch(
            cause ->
                cause instanceof SQLException sql
                    && sql.getSQLState() != null
                    && sql.getSQLState().startsWith(INVALID_AUTHORIZATION));
  }

  /** Without its parameters, one of which may be a password. */
  private String address() {
    return details.get().getJdbcUrl().split("[?;]", 2)[0];
  }
}
