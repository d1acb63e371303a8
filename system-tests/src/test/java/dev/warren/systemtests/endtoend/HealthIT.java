package dev.warren.systemtests.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.systemtests.suite.Answer;
import dev.warren.systemtests.suite.RunningSuite;
import dev.warren.systemtests.suite.SuiteMember;
import dev.warren.systemtests.suite.SystemTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@SystemTest
class HealthIT {

  private final RunningSuite suite;

  HealthIT(RunningSuite suite) {
    this.suite = suite;
  }

  @ParameterizedTest
  @ValueSource(strings = {"producer", "worker", "log-subscriber", "rpc-fib"})
  void namesStatesWithoutDetails(String service) {
    SuiteMember member = suite.members(service).get(0);

    assertStatesAlone(member.management().get("/health"));
    assertStatesAlone(member.client().get("/readyz"));
  }

  private static void assertStatesAlone(Answer answer) {
    assertThat(answer.json().at("/components/rabbit/status").asString("")).isEqualTo("UP");
    assertThat(answer.json().findValues("details")).isEmpty();
  }
}
