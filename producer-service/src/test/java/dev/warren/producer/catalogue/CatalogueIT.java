package dev.warren.producer.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.producer.Api;
import dev.warren.producer.ProducerTest;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@ProducerTest
class CatalogueIT {

  private final Api api;

  CatalogueIT(@LocalServerPort int port) {
    this.api = new Api(port);
  }

  @Test
  void patternsAreListedInTheOrderOfTheTutorials() {
    JsonNode patterns = api.get("/api/patterns").assertStatus(200).json();
    assertThat(patterns.findValuesAsString("id"))
        .startsWith("hello", "work-queues", "publish-subscribe", "routing", "topics", "headers");
  }

  @Test
  void patternOfEveryBrokerIsAvailableOnceTheBrokerIsKnown() {
    api.postText("/api/logs", "connects").assertStatus(202);
    JsonNode topics = api.get("/api/patterns").json().get(4);
    assertThat(topics.get("available").asBoolean()).isTrue();
    assertThat(topics.get("requires").isNull()).isTrue();
    assertThat(topics.get("exchanges").get(0).asString()).isEqualTo("topic_logs");
    assertThat(topics.get("page").asString()).isEqualTo("docs/patterns/topics.md");
  }
}
