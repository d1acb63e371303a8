package dev.warren.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tries the ways to a broker in their order. */
record BrokerFinder(List<BrokerWay> ways) {

  static final String AMQP_URI = "WARREN_TEST_AMQP_URI";
  static final String MANAGEMENT_URI = "WARREN_TEST_MANAGEMENT_URI";
  static final String FORCED_WAY = "WARREN_TEST_BROKER";

  private static final Logger LOG = LoggerFactory.getLogger(BrokerFinder.class);

  /**
   * The ways that the environment leaves open: the forced one, the given broker, or both others.
   */
  static BrokerFinder in(Map<String, String> environment) {
    String forced = environment.getOrDefault(FORCED_WAY, "");
    String amqpUri = environment.getOrDefault(AMQP_URI, "");
    return switch (forced) {
      case "docker" -> new BrokerFinder(List.of(new DockerBroker()));
      case "local" -> new BrokerFinder(List.of(new LocalBroker()));
      case "" ->
          amqpUri.isEmpty()
              ? new BrokerFinder(List.of(new DockerBroker(), new LocalBroker()))
              : new BrokerFinder(
                  List.of(new GivenBroker(amqpUri, environment.getOrDefault(MANAGEMENT_URI, ""))));
      default ->
          throw new IllegalArgumentException(
              FORCED_WAY + " is docker, local or not set, not: " + forced);
    };
  }

  /** The ways to a broker that belongs to the test alone: never one that was given. */
  static BrokerFinder ownIn(Map<String, String> environment) {
    return in(Map.of(FORCED_WAY, environment.getOrDefault(FORCED_WAY, "")));
  }

  /**
   * Starts the first broker that can be had.
   *
   * @throws NoTestBrokerException if there is none
   */
  RunningBroker find() {
    List<String> reasons = new ArrayList<>();
    for (BrokerWay way : ways) {
      try {
        RunningBroker broker = way.start();
        LOG.info("Tests run on {} from {}", broker.amqpUri(), way.name());
        return broker;
      } catch (UnavailableException e) {
        LOG.warn("No test broker from {}: {}", way.name(), e.getMessage());
        reasons.add(way.name() + ": " + e.getMessage());
      }
    }
    throw new NoTestBrokerException(reasons);
  }
}
