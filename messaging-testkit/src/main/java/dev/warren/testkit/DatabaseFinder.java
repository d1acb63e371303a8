package dev.warren.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Which databases this machine has: H2 always, and PostgreSQL where one can be had. */
record DatabaseFinder(String wanted, String postgresUri) {

  static final String POSTGRES_URI = "WARREN_TEST_POSTGRES_URI";
  static final String WANTED = "WARREN_TEST_DATABASE";

  private static final Logger LOG = LoggerFactory.getLogger(DatabaseFinder.class);

  /**
   * As the environment says: {@code h2}, {@code all}, or whatever there is.
   *
   * @throws IllegalArgumentException if it wants anything else
   */
  static DatabaseFinder in(Map<String, String> environment) {
    String wanted = environment.getOrDefault(WANTED, "");
    if (!List.of("", "h2", "all").contains(wanted)) {
      throw new IllegalArgumentException(WANTED + " is h2, all or not set, not: " + wanted);
    }
    return new DatabaseFinder(wanted, environment.getOrDefault(POSTGRES_URI, ""));
  }

  /**
   * Starts them.
   *
   * @throws IllegalStateException if all are wanted and there is no PostgreSQL
   */
  List<DatabaseServer> find() {
    List<DatabaseServer> servers = new ArrayList<>(List.of(H2Server.start()));
    DatabaseServer postgres = wanted.equals("h2") ? null : postgres();
    if (postgres != null) {
      servers.add(postgres);
    }
    LOG.info("Tests run on H2{}", postgres == null ? " alone" : " and on PostgreSQL");
    return servers;
  }

  private @Nullable DatabaseServer postgres() {
    try {
      return postgresUri.isEmpty()
          ? PostgresServer.inContainer()
          : PostgresServer.given(postgresUri);
    } catch (UnavailableException e) {
      if (wanted.equals("all")) {
        throw new IllegalStateException(
            "There is no PostgreSQL for the tests: %s. Start Docker, or point %s at one."
                .formatted(e.getMessage(), POSTGRES_URI),
            e);
      }
      LOG.warn("No PostgreSQL from Docker: {}", e.getMessage());
      return null;
    }
  }
}
