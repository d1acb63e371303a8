package dev.warren.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BrokerFinderTest {

  private static final RunningBroker BROKER =
      RunningBroker.onGuestAccount(
          "broker.test", 5672, 15672, List.of(), () -> {}, arguments -> {});

  @Test
  void givenBrokerIsTheOnlyWay() {
    assertThat(waysIn(Map.of("WARREN_TEST_AMQP_URI", "amqp://a:b@broker.test:5673")))
        .containsExactly("WARREN_TEST_AMQP_URI");
  }

  @Test
  void dockerIsTriedBeforeTheMachinesOwnServer() {
    assertThat(waysIn(Map.of())).containsExactly("Docker", "rabbitmq-server");
  }

  @Test
  void oneWayCanBeForcedAgainstAnyOther() {
    String uri = "amqp://broker.test";
    assertThat(waysIn(Map.of("WARREN_TEST_BROKER", "docker", "WARREN_TEST_AMQP_URI", uri)))
        .containsExactly("Docker");
    assertThat(waysIn(Map.of("WARREN_TEST_BROKER", "local"))).containsExactly("rabbitmq-server");
  }

  @Test
  void aTestsOwnBrokerIsNeverTheGivenOne() {
    Map<String, String> given = Map.of("WARREN_TEST_AMQP_URI", "amqp://broker.test");

    assertThat(BrokerFinder.ownIn(given).ways())
        .extracting(BrokerWay::name)
        .containsExactly("Docker", "rabbitmq-server");
  }

  @Test
  void unknownWayIsRefused() {
    assertThatThrownBy(() -> BrokerFinder.in(Map.of("WARREN_TEST_BROKER", "podman")))
        .hasMessage("WARREN_TEST_BROKER is docker, local or not set, not: podman");
  }

  @Test
  void firstWayThatWorksIsTakenAndNoFurtherOneTried() {
    BrokerFinder finder = new BrokerFinder(List.of(absent("a"), present("b"), neverTried()));

    assertThat(finder.find()).isSameAs(BROKER);
  }

  @Test
  void withoutAnyTheErrorSaysWhyAndWhatToInstall() {
    BrokerFinder finder = new BrokerFinder(List.of(absent("Docker"), absent("server")));

    assertThatThrownBy(finder::find)
        .isInstanceOf(NoTestBrokerException.class)
        .hasMessageContaining("- Docker: is not here")
        .hasMessageContaining("- server: is not here")
        .hasMessageContaining("https://docs.docker.com/get-docker/")
        .hasMessageContaining("apt-get install rabbitmq-server")
        .hasMessageContaining("brew install rabbitmq")
        .hasMessageContaining("WARREN_TEST_AMQP_URI");
  }

  private static List<String> waysIn(Map<String, String> environment) {
    return BrokerFinder.in(environment).ways().stream().map(BrokerWay::name).toList();
  }

  private static BrokerWay present(String name) {
    return way(name, () -> BROKER);
  }

  private static BrokerWay absent(String name) {
    return way(
        name,
        () -> {
          throw new UnavailableException("is not here");
        });
  }

  private static BrokerWay neverTried() {
    return way(
        "never tried",
        () -> {
          throw new AssertionError("tried although a broker was found");
        });
  }

  private static BrokerWay way(String name, Probe probe) {
    return new BrokerWay() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public RunningBroker start() throws UnavailableException {
        return probe.start();
      }
    };
  }

  private interface Probe {
    RunningBroker start() throws UnavailableException;
  }
}
