package dev.warren.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VhostDefinitionsTest {

  @Test
  void keepWhatBelongsToAVhostAndForgetWhichOne() {
    String all =
        """
        {"vhosts": [{"name": "/"}], "users": [{"name": "guest"}],
         "queues": [{"name": "hello", "vhost": "/", "durable": true}],
         "policies": [{"name": "p", "vhost": "/"}]}
        """;

    assertThat(VhostDefinitions.withoutVhost(all))
        .isEqualTo(
            """
            {"queues":[{"name":"hello","durable":true}],"policies":[{"name":"p"}]}\
            """);
  }
}
