package dev.warren.worker.support;

import dev.warren.testkit.TestVhost;

/** Policies of a virtual host whose retries do not keep a test waiting. */
public final class ShortRetries {

  /** Settings of a worker there: three attempts. */
  public static final String DELAYS = "warren.worker.retry.delays=200ms,400ms";

  private static final String RUNG =
      """
      {"name": "test.%1$s", "pattern": "^task_queue\\\\.retry\\\\.%1$s$", "apply-to": "queues",
       "priority": 10, "definition": {"message-ttl": %2$d, "dead-letter-exchange": "",
       "dead-letter-routing-key": "task_queue", "dead-letter-strategy": "at-least-once",
       "overflow": "reject-publish"}}""";

  private static final String HELD_BACK =
      """
      {"name": "test.task_queue", "pattern": "^task_queue$", "apply-to": "queues", "priority": 10,
       "definition": {"dead-letter-exchange": "", "dead-letter-routing-key": "task_queue.dlq",
       "dead-letter-strategy": "at-least-once", "overflow": "reject-publish", "delivery-limit": 20,
       "delayed-retry-type": "failed", "delayed-retry-min": 200, "delayed-retry-max": 400}}""";

  private ShortRetries() {}

  /** Sets them, for the ladder and, where the broker has it, for its own mechanism. */
  public static void in(TestVhost vhost) {
    importPolicies(vhost, RUNG.formatted("200ms", 200) + ", " + RUNG.formatted("400ms", 400));
    if (vhost.broker().atLeast(4, 3)) {
      importPolicies(vhost, HELD_BACK);
    }
  }

  private static void importPolicies(TestVhost vhost, String policies) {
    vhost
        .broker()
        .management()
        .importDefinitions(vhost.name(), "{\"policies\": [%s]}".formatted(policies));
  }
}
