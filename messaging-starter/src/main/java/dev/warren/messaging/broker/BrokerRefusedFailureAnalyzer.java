package dev.warren.messaging.broker;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says which settings to look at, instead of a stack trace. */
final class BrokerRefusedFailureAnalyzer extends AbstractFailureAnalyzer<BrokerRefusedException> {

  @Override
  protected FailureAnalysis analyze(Throwable failure, BrokerRefusedException cause) {
    return new FailureAnalysis(
        cause.getMessage(),
        """
        Compare the user, its password and its permissions with the broker's own (broker/definitions.json). Here they are
          spring.rabbitmq.username      or WARREN_RABBITMQ_USERNAME
          spring.rabbitmq.password      or WARREN_RABBITMQ_PASSWORD, or a file of either name in a folder that
                                        SPRING_CONFIG_IMPORT=configtree:FOLDER/ names
          spring.rabbitmq.virtual-host\
        """,
        cause);
  }
}
