package dev.warren.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Brings the schema up to date before it hands out its first connection, and fails as if there were
 * no database for as long as that cannot be done. So a service starts without its database, and
 * nobody has to start it again when the database is there.
 */
final class MigratedDataSource extends DelegatingDataSource {

  /** How long others wait for the one that migrates. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private static final Logger log = LoggerFactory.getLogger(MigratedDataSource.class);

  private final Supplier<Flyway> flyway;
  private final AwayReport report;
  private final ReentrantLock migrating = new ReentrantLock();
  private volatile boolean migrated;

  MigratedDataSource(DataSource dataSource, Supplier<Flyway> flyway, AwayReport report) {
    super(dataSource);
    this.flyway = flyway;
    this.report = report;
  }

  @Override
  public Connection getConnection() throws SQLException {
    // Flyway itself comes by here with the lock in its hand
    if (!migrated && !migrating.isHeldByCurrentThread()) {
      migrateOrWait();
    }
    return connect();
  }

  private Connection connect() throws SQLException {
    try {
      Connection connection = super.getConnection();
      report.connected();
      return connection;
    } catch (SQLException e) {
      report.failed(e);
      throw e;
    }
  }

  private void migrateOrWait() throws SQLException {
    try {
      if (!migrating.tryLock(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new SQLTransientConnectionException("the schema is still being migrated");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SQLTransientConnectionException("interrupted while the schema is migrated", e);
    }
    try {
      if (!migrated) {
        migrate();
      }
    } finally {
      migrating.unlock();
    }
  }

  private void migrate() throws SQLException {
    connect().close(); // a database that is away is no matter of Flyway's
    try {
      flyway.get().migrate();
      migrated = true;
    } catch (FlywayException e) {
      log.error("The schema was not migrated, so the database is not used: {}", e.getMessage());
      throw new SQLTransientConnectionException("the schema was not migrated", e);
    }
  }
}
