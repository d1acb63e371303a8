package dev.warren.systemtests.observability;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.systemtests.suite.RunningSuite;
import dev.warren.systemtests.suite.Subscription;
import dev.warren.systemtests.suite.SystemTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@SystemTest
class MetersIT {

  private final RunningSuite suite;

  MetersIT(RunningSuite suite) {
    this.suite = suite;
  }

  @Test
  void theDocumentationListsExactlyTheMetersThatThereAre() {
    suite.warren("demo").orThrow();

    assertThat(Exposition.of(suite).meters()).isEqualTo(DocumentedMeters.read());
  }

  @Test
  void neitherKeysNorIdsNorSubscriptionsAddSeries() {
    publishAndSubscribe();
    int before = Exposition.of(suite).series();

    for (int i = 0; i < 10; i++) {
      publishAndSubscribe();
    }

    assertThat(Exposition.of(suite).series()).isEqualTo(before);
  }

  private void publishAndSubscribe() {
    String unique = UUID.randomUUID().toString();
    String subscription = "{'pattern':'topic','bindingKeys':['%s']}".formatted(unique);
    try (Subscription topic = suite.subscribe(subscription)) {
      assertThat(topic.id()).isNotBlank();
      accept("/api/logs/topic", "{'routingKey':'%s','text':'a log'}".formatted(unique));
      accept("/api/logs/direct", "{'severity':'%s','text':'a log'}".formatted(unique));
      accept("/api/tasks", "{'text':'%s'}".formatted(unique));
      assertThat(suite.producer().get("/api/fib/7").status()).isEqualTo(200);
    }
  }

  private void accept(String path, String json) {
    assertThat(suite.producer().postJson(path, json.replace('\'', '"')).status()).isEqualTo(202);
  }
}
