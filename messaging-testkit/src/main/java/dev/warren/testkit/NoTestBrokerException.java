package dev.warren.testkit;

import java.util.List;

/** There is no broker for the tests, so they fail; the message says what to install. */
public final class NoTestBrokerException extends IllegalStateException {

  private static final long serialVersionUID = 1L;

  NoTestBrokerException(List<String> reasons) {
    super(
        """
        These tests run on a real RabbitMQ, and there is none:
          - %s
        Do one of these:
          - install and start Docker (https://docs.docker.com/get-docker/)
          - install a local broker: apt-get install rabbitmq-server, or brew install rabbitmq
          - point WARREN_TEST_AMQP_URI at a broker you have, e.g. amqp://guest:guest@localhost:5672
            (WARREN_TEST_MANAGEMENT_URI, if its management API is not at port 15672 of the same host)\
        """
            .formatted(String.join("\n  - ", reasons)));
  }
}
