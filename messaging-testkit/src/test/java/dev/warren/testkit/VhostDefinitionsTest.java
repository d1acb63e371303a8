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

  @Test
  void areThoseThatABrokerOfTheVersionLoads() {
    BrokerVersion old = BrokerVersion.parse("3.10.8");
    BrokerVersion recent = BrokerVersion.parse("4.3.6");

    assertThat(VhostDefinitions.isFor(old, "definitions.json")).isTrue();
    assertThat(VhostDefinitions.isFor(old, "definitions-4.0.json")).isFalse();
    assertThat(VhostDefinitions.isFor(recent, "definitions-4.0.json")).isTrue();
    assertThat(VhostDefinitions.isFor(recent, "rabbitmq.conf")).isFalse();
    assertThat(VhostDefinitions.fromRepository(recent))
        .hasSizeGreaterThan(VhostDefinitions.fromRepository(old).size());
  }
}
