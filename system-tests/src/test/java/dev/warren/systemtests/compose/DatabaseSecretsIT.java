package dev.warren.systemtests.compose;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.systemtests.sources.SourceTree;
import dev.warren.systemtests.suite.Execution;
import dev.warren.systemtests.suite.Machine;
import dev.warren.systemtests.suite.Mode;
import dev.warren.systemtests.suite.SystemTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A PostgreSQL that cannot read a password: it would give its user none, for good. */
@SystemTest(Mode.DOCKER)
class DatabaseSecretsIT {

  private static final ComposeFile FILE = ComposeFile.of("docker-compose.yml");
  private static final String CONTAINER = "warren-secrets-" + ProcessHandle.current().pid();

  @TempDir private Path secrets;

  @BeforeEach
  void makeThem() throws IOException {
    Files.setPosixFilePermissions(secrets, PosixFilePermissions.fromString("rwxr-xr-x"));
    for (String user : List.of("admin", "producer", "worker")) {
      Files.writeString(file(user), "a-password");
    }
  }

  @AfterEach
  void endOneThatDidStart() {
    Machine.run("docker", "rm", "--force", "--volumes", CONTAINER);
  }

  @Test
  void itDoesNotStartWithAFileThatOnlyItsOwnerMayRead() throws IOException {
    Files.setPosixFilePermissions(file("worker"), PosixFilePermissions.fromString("rw-------"));

    assertThat(start(FILE.entries("postgres", "entrypoint")))
        .returns(1, Execution::exitCode)
        .extracting(Execution::errors)
        .asString()
        .contains("/run/secrets/database-worker is empty, or the user postgres cannot read it");
  }

  @Test
  void withoutComposeItMakesNoUserOfAnEmptyFile() throws IOException {
    Files.writeString(file("producer"), "");

    assertThat(start(List.of("docker-entrypoint.sh", "postgres")))
        .returns(3, Execution::exitCode) // of psql: an error in a script
        .extracting(Execution::errors)
        .asString()
        .contains("No user and no schema was made: /run/secrets/database-producer or");
  }

  private Execution start(List<?> entryPoint) {
    List<String> command = new ArrayList<>(List.of("docker", "run", "--user", "postgres"));
    command.addAll(
        List.of(
            "--name",
            CONTAINER,
            "--env",
            "POSTGRES_DB=warren",
            "--env",
            "POSTGRES_PASSWORD_FILE=/run/secrets/database-admin",
            "--volume",
            secrets + ":/run/secrets:ro",
            "--volume",
            SourceTree.root().resolve("database/postgres.sql")
                + ":/docker-entrypoint-initdb.d/10-warren.sql:ro",
            "--entrypoint",
            entryPoint.get(0).toString(),
            FILE.image("postgres")));
    entryPoint.stream()
        .skip(1)
        .map(part -> part.toString().replace("$$", "$"))
        .forEach(command::add);
    return Machine.run(command.toArray(String[]::new));
  }

  private Path file(String user) {
    return secrets.resolve("database-" + user);
  }
}
