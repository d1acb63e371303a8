package dev.warren.producer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.testkit.BrokerTest;
import dev.warren.testkit.access.AccessTable;
import dev.warren.testkit.access.TestKeys;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.http.MediaType;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.client.RestClient;

/** Whoever adds an endpoint says here who may use it. */
@BrokerTest
@SpringBootTest(
    classes = ProducerApplication.class,
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = "warren.simulate-faults=true")
@ContextConfiguration(initializers = AccessTable.class)
class ProducerAccessIT {

  @Autowired private AccessTable access;

  @Test
  void everyPathIsOpenToNobodyButTheScopeThatItNeeds() {
    assertThat(access.ofApi())
        .isEqualTo(
            """
            GET /actuator/health: public
            GET /actuator/health/**: admin
            GET /actuator/prometheus: admin
            DELETE /api/dead-letters: admin
            GET /api/dead-letters: admin
            POST /api/dead-letters/replay: admin
            DELETE /api/dead-letters/{id}: admin
            GET /api/dead-letters/{id}: admin
            POST /api/dead-letters/{id}/replay: admin
            GET /api/events: tasks:read
            GET /api/fib/{n}: rpc:call
            POST /api/hello: tasks:write
            POST /api/logs: logs:write
            POST /api/logs/direct: logs:write
            POST /api/logs/headers: logs:write
            POST /api/logs/syslog: logs:write
            POST /api/logs/topic: logs:write
            POST /api/orders: tasks:write
            GET /api/orders/{id}: tasks:read
            GET /api/patterns: tasks:read
            GET /api/tasks: tasks:read
            POST /api/tasks: tasks:write
            POST /api/tasks/bulk: tasks:write
            GET /api/tasks/{id}: tasks:read
            GET /api/tasks/{id}/events: tasks:read
            DELETE /error: nobody
            GET /error: nobody
            POST /error: nobody
            PUT /error: nobody
            GET /livez: public
            GET /readyz: public
            GET /swagger-ui.html: public
            GET /v3/api-docs: public
            GET /v3/api-docs.yaml: nobody
            GET /v3/api-docs/swagger-config: public
            """);
  }

  @Test
  void onlyWhoMayDoMoreThanSendTasksSimulatesFaults() {
    assertThat(simulate(TestKeys.of("tasks:write"))).isEqualTo(403);
    assertThat(simulate(TestKeys.OF_ALL)).isEqualTo(202);
  }

  private int simulate(String key) {
    return RestClient.create("http://127.0.0.1:" + access.port())
        .post()
        .uri("/api/tasks")
        .header("X-API-Key", key)
        .contentType(MediaType.APPLICATION_JSON)
        .body("{\"text\":\"Fails once.\",\"simulate\":{\"failAttempts\":1}}")
        .exchange((request, answer) -> answer.getStatusCode().value());
  }

  @Nested
  @TestPropertySource(properties = "management.server.port=0")
  class OnPortsOfTheirOwn {

    @Test
    void healthAndMetricsArePublicAndNothingElse(@Autowired AccessTable both) {
      assertThat(both.ofManagement()).isEqualTo(AccessTable.MANAGEMENT);
      assertThat(both.ofApi()).doesNotContain("/actuator");
    }
  }
}
