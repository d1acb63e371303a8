package dev.warren.database;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.web.client.RestClient;

/** The service, and a client of it. */
final class RunningNotes implements AutoCloseable {

  private final ConfigurableApplicationContext context;
  private final RestClient http;

  private RunningNotes(ConfigurableApplicationContext context) {
    this.context = context;
    String port = context.getEnvironment().getRequiredProperty("local.server.port");
    this.http =
        RestClient.builder()
            .baseUrl("http://127.0.0.1:" + port)
            .defaultStatusHandler(HttpStatusCode::isError, (request, response) -> {})
            .build();
  }

  static RunningNotes start(List<String> settings) {
    Stream<String> own =
        Stream.of(
            "spring.config.import=classpath:warren-defaults.yaml,classpath:warren-database.yaml",
            "spring.application.name=notes",
            "server.port=0");
    return new RunningNotes(
        new SpringApplicationBuilder(NotesApplication.class)
            .run(
                Stream.concat(own, settings.stream())
                    .map(setting -> "--" + setting)
                    .toArray(String[]::new)));
  }

  /** What new connections are opened with from now on. */
  void usePassword(String password) throws SQLException {
    context
        .getBean(DataSource.class)
        .unwrap(HikariDataSource.class)
        .getHikariConfigMXBean()
        .setPassword(password);
  }

  ResponseEntity<String> get(String path) {
    return http.get().uri(path).retrieve().toEntity(String.class);
  }

  void add(String text) {
    assertThat(http.post().uri("/notes").body(text).retrieve().body(String.class)).isEqualTo("1");
  }

  int count() {
    ResponseEntity<String> answer = get("/notes");
    assertThat(answer.getStatusCode().value()).as(answer.getBody()).isEqualTo(200);
    return Integer.parseInt(Objects.requireNonNull(answer.getBody()));
  }

  void assertNoDatabase() {
    ResponseEntity<String> answer = get("/notes");
    assertThat(answer.getStatusCode().value()).as(answer.getBody()).isEqualTo(503);
    assertThat(answer.getHeaders().getFirst("Retry-After")).isEqualTo("1");
    assertThat(answer.getHeaders().getContentType()).hasToString("application/problem+json");
    assertThat(answer.getBody()).contains("\"urn:warren:problem:database-unavailable\"");
  }

  @Override
  public void close() {
    context.close();
  }
}
