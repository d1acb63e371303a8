package dev.warren.systemtests.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.systemtests.suite.Execution;
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
  void aSecondUpDoesNoHarm() {
    List<SuiteMember> before = SERVICES.stream().flatMap(s -> suite.members(s).stream()).toList();
    suite.warren("up", suite.mode().option()).orThrow();
    List<SuiteMember> after = SERVICES.stream().flatMap(s -> suite.members(s).stream()).toList();
    assertThat(after).isEqualTo(before);
  }

  @Test
  void theDemoRunsThroughEveryPattern() {
    Execution demo = suite.warren("demo").orThrow();
    assertThat(demo.output())
        .contains("hello", "task", "fanout", "severity", "topic", "headers", "fib");
  }
}
