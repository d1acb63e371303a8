package dev.warren.systemtests.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.systemtests.suite.RunningSuite;
import dev.warren.systemtests.suite.SystemTest;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@SystemTest
class AsyncApiIT {

  private final AsyncApi asyncApi = new AsyncApi();
  private final RunningSuite suite;

  AsyncApiIT(RunningSuite suite) {
    this.suite = suite;
  }

  @Test
  void theRunningSuiteHasExactlyTheQueuesThatAreDescribed() {
    assertThat(declared("/api/queues/%2F", Declared::queue)).isEqualTo(asyncApi.queues());
  }

  @Test
  void theRunningSuiteHasExactlyTheExchangesThatAreDescribed() {
    assertThat(declared("/api/exchanges/%2F", Declared::exchange)).isEqualTo(asyncApi.exchanges());
  }

  private Set<Declared> declared(String path, Function<JsonNode, Declared> read) {
    JsonNode list = suite.broker().management().get(path).json();
    return Declared.lasting(list).stream().map(read).collect(Collectors.toSet());
  }
}
