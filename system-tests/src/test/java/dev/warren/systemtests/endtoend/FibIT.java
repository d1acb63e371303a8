package dev.warren.systemtests.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.systemtests.suite.Answer;
import dev.warren.systemtests.suite.RunningSuite;
import dev.warren.systemtests.suite.Seen;
import dev.warren.systemtests.suite.SystemTest;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;

@SystemTest
class FibIT {

  private final RunningSuite suite;

  FibIT(RunningSuite suite) {
    this.suite = suite;
  }

  @Test
  void fibIsComputedByAServer() {
    Answer answer = suite.producer().get("/api/fib/30?timeout=5s");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().get("n").intValue()).isEqualTo(30);
    assertThat(answer.json().get("value").stringValue()).isEqualTo("832040");
    assertThat(answer.json().get("server").stringValue()).isNotBlank();
  }

  @Test
  void fibIsNotBoundToTheSizeOfAnInt() {
    assertThat(suite.producer().get("/api/fib/100?timeout=5s").json().get("value").stringValue())
        .isEqualTo("354224848179261915075");
  }

  @Test
  void replicasShareTheCallsAndWithoutAnyTheCallerIsTold() {
    try {
      suite.scale("rpc-fib", 2);
      bothServersAnswer();
      suite.scale("rpc-fib", 0);
      Answer answer = suite.producer().get("/api/fib/10?timeout=1s");
      assertThat(answer.status()).as(answer.body()).isEqualTo(503);
      assertThat(answer.json().get("type").stringValue())
          .isEqualTo("urn:warren:problem:no-rpc-server");
    } finally {
      suite.scale("rpc-fib", 1);
    }
    assertThat(suite.producer().get("/api/fib/10?timeout=5s").status()).isEqualTo(200);
  }

  private void bothServersAnswer() {
    Set<String> servers = ConcurrentHashMap.newKeySet();
    Seen.eventually(
        "both servers answer",
        () -> {
          Answer answer = suite.producer().get("/api/fib/10?timeout=5s");
          servers.add(answer.json().get("server").stringValue());
          return servers.size() == 2;
        });
  }
}
