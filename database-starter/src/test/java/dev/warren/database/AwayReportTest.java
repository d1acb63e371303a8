package dev.warren.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.UnknownHostException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class AwayReportTest {

  private static SQLException unknownHost() {
    return pooled(
        new SQLException(
            "The connection attempt failed.", "08001", new UnknownHostException("db")));
  }

  private static AwayReport reportOn(String url) {
    return new AwayReport(() -> new Details(url));
  }

  private static SQLException pooled(SQLException cause) {
    return new SQLTransientConnectionException("Connection is not available", cause);
  }

  @Test
  void manyCallersWithoutADatabaseAreOneWarningAndTheirConnectionsOneWordOfIt(
      CapturedOutput output) {
    AwayReport report = reportOn("jdbc:postgresql://db:5432/warren");
    IntStream.range(0, 64).parallel().forEach(caller -> report.failed(unknownHost()));
    IntStream.range(0, 64).parallel().forEach(caller -> report.connected());
    assertThat(output)
        .containsOnlyOnce(
            "The database at jdbc:postgresql://db:5432/warren does not answer yet"
                + " (user 'worker', java.net.UnknownHostException: db); waiting for it")
        .containsOnlyOnce("The database at jdbc:postgresql://db:5432/warren answers");
  }

  @Test
  void aDatabaseThatGoesAgainIsSaidAgain(CapturedOutput output) {
    AwayReport report = reportOn("jdbc:postgresql://db:5432/warren");
    report.failed(unknownHost());
    report.connected();
    assertThat(output).containsOnlyOnce("does not answer");
    report.failed(unknownHost());
    assertThat(output.toString().split("does not answer yet")).hasSize(3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"28000", "28P01"})
  void aRefusedUserIsCalledThat(String state, CapturedOutput output) {
    reportOn("jdbc:postgresql://db/warren").failed(pooled(new SQLException("no", state)));
    assertThat(output)
        .contains("The database at jdbc:postgresql://db/warren refuses the user 'worker' (no)");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"jdbc:h2:tcp://db/x;PASSWORD=hidden", "jdbc:h2:tcp://db/x?password=hidden"})
  void parametersOfTheAddressAreNotSaid(String url, CapturedOutput output) {
    reportOn(url).failed(unknownHost());
    assertThat(output).contains("The database at jdbc:h2:tcp://db/x does").doesNotContain("hidden");
  }

  @Test
  void aPoolThatIsOnlyExhaustedOrClosedIsNoNews(CapturedOutput output) {
    AwayReport report = reportOn("jdbc:postgresql://db/warren");
    report.failed(new SQLTransientConnectionException("Connection is not available"));
    report.failed(new SQLException("interrupted", new InterruptedException()));
    report.connected();
    assertThat(output).doesNotContain("database");
  }

  private record Details(String getJdbcUrl) implements JdbcConnectionDetails {
    @Override
    public String getUsername() {
      return "worker";
    }

    @Override
    public String getPassword() {
      return "hidden";
    }
  }
}
