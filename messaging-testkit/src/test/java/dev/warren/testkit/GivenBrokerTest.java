package dev.warren.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;

class GivenBrokerTest {

  @Test
  void managementIsExpectedAtItsUsualPortOfTheSameHost() {
    RunningBroker broker = new GivenBroker("amqp://a:b@broker.test:5673", "").start();

    assertThat(broker.amqpUri()).isEqualTo(URI.create("amqp://a:b@broker.test:5673"));
    assertThat(broker.managementUri()).isEqualTo(URI.create("http://broker.test:15672"));
  }

  @Test
  void managementCanBeElsewhere() {
    RunningBroker broker = new GivenBroker("amqp://broker.test", "http://other.test:8000").start();

    assertThat(broker.managementUri()).isEqualTo(URI.create("http://other.test:8000"));
  }
}
