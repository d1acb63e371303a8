package dev.warren.systemtests.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.systemtests.suite.Execution;
import dev.warren.systemtests.suite.Mode;
import dev.warren.systemtests.suite.RunningSuite;
import dev.warren.systemtests.suite.SuiteMember;
import dev.warren.systemtests.suite.SystemTest;
import java.util.List;
import org.junit.jupiter.api.Test;

@SystemTest
class LauncherIT {

  private static final List<String> SERVICES =
      List.of("producer", "worker", "log-subscriber", "rpc-fib");

  private final RunningSuite suite;

  LauncherIT(RunningSuite suite) {
    this.suite = suite;
  }

  @Test
  void everythingIsReadyAfterUp() {
    for (String service : SERVICES) {
      assertThat(suite.members(service)).as(service).hasSize(1).allMatch(SuiteMember::isReady);
    }
  }

  @Test
  void statusTellsOfDatabaseAndFrontDoorWhereThereAreSuch() {
    List<String> others =
        suite.mode() == Mode.DOCKER ? List.of("postgres", "front-door") : List.of();
    String status = suite.warren("status").orThrow().output();
    assertThat(others)
        .allSatisfy(other -> assertThat(status).containsPattern("(?m)^" + other + " +ready"));
  }

  @Test
  void aSecondUpDoesNoHarm() {
    assertThat(membersAfterUp()).isEqualTo(membersAfterUp());
  }

  /** The first one also gives back its port to a replica that was scaled to zero and back. */
  private List<SuiteMember> membersAfterUp() {
    suite.warren("up", suite.mode().option()).orThrow();
    return SERVICES.stream().flatMap(service -> suite.members(service).stream()).toList();
  }

  @Test
  void anotherModeIsRefusedWhileTheSuiteRuns() {
    Mode other = suite.mode() == Mode.LOCAL ? Mode.DOCKER : Mode.LOCAL;

    Execution up = suite.warren("up", other.option());

    assertThat(up.exitCode()).isOne();
    assertThat(up.errors())
        .contains("the suite already runs (" + suite.mode().option().substring(2) + ")")
        .contains("./warren down first");
    assertThat(suite.isReady()).isTrue();
  }

  @Test
  void theDemoRunsThroughEveryPattern() {
    Execution demo = suite.warren("demo").orThrow();
    assertThat(demo.output())
        .contains("hello", "task", "fanout", "severity", "topic", "headers", "fib");
  }
}
