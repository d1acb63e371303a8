package dev.warren.logsubscriber;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.testkit.BrokerTest;
import dev.warren.testkit.access.AccessTable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestPropertySource;

/** Whoever adds an endpoint says here who may use it. */
@BrokerTest
@SpringBootTest(
    properties = LogSubscriberTest.LOG_FILE,
    webEnvironment = WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = AccessTable.class)
class LogSubscriberAccessIT {

  @Autowired private AccessTable access;

  @Test
  void everyPathIsOpenToNobodyButTheScopeThatItNeeds() {
    assertThat(access.ofApi())
        .isEqualTo(
            """
            GET /actuator/health: public
            GET /actuator/health/**: admin
            GET /actuator/prometheus: admin
            GET /api/received: logs:read
            GET /api/received/stream: logs:read
            GET /api/subscriptions: logs:read
            POST /api/subscriptions: admin
            DELETE /api/subscriptions/{id}: admin
            GET /api/subscriptions/{id}: logs:read
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
