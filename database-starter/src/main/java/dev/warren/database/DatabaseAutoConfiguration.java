package dev.warren.database;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;

/** Has the schema migrated when the database is first used, rather than when the service starts. */
@AutoConfiguration
class DatabaseAutoConfiguration {

  private static final String H2_BIND_ADDRESS = "h2.bindAddress";

  /** Replicas on one machine share H2's file through the first of them, and nobody else does. */
  @Bean
  static BeanPostProcessor migratesWhenFirstUsed(
      ObjectProvider<Flyway> flyway, ObjectProvider<JdbcConnectionDetails> details) {
    if (System.getProperty(H2_BIND_ADDRESS) == null) {
      System.setProperty(H2_BIND_ADDRESS, "127.0.0.1");
    }
    return new BeanPostProcessor() {
      @Override
      public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource plain
            ? new MigratedDataSource(plain, flyway::getObject, new AwayReport(details::getObject))
            : bean;
      }
    };
  }

  @Bean
  static DriverCheck driverCheck() {
    return new DriverCheck();
  }

  @Bean
  FlywayMigrationStrategy notAtStart() {
    return flyway -> {};
  }

  @Bean
  DatabaseProblemAdvice databaseProblemAdvice() {
    return new DatabaseProblemAdvice();
  }
}
