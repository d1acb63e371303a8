package dev.warren.systemtests.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.systemtests.suite.Machine;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How {@code launcher/containers.sh} reads the ports that {@code docker ps} writes. */
class PublishedPortsTest {

  @ParameterizedTest
  @CsvSource({
    "8080, 127.0.0.1:32803->8080/tcp, 32803",
    "8090, '127.0.0.1:32803->8080/tcp, 127.0.0.1:32802->8090/tcp', 32802",
    "5672, '4369/tcp, 5671/tcp, 127.0.0.1:5672->5672/tcp, 25672/tcp', 5672",
    "8080, 127.0.0.1:8080-8083->8080-8083/tcp, 8080",
    "8082, 127.0.0.1:8080-8083->8080-8083/tcp, 8082",
    "8083, '127.0.0.1:9000->8080/tcp, 127.0.0.1:9101-9103->8081-8083/tcp', 9103",
  })
  void aPortIsFoundByItselfAndWithinARange(String port, String ports, String published) {
    assertThat(published(port, ports)).isEqualTo(published);
  }

  @ParameterizedTest
  @CsvSource({
    "8080, ''",
    "5671, '4369/tcp, 5671/tcp, 127.0.0.1:5672->5672/tcp'",
    "8084, 127.0.0.1:8080-8083->8080-8083/tcp",
    "808, 127.0.0.1:32803->8080/tcp",
  })
  void aPortThatIsNotPublishedIsNotFound(String port, String ports) {
    assertThat(published(port, ports)).isEmpty();
  }

  private static String published(String port, String ports) {
    return Machine.run(
            "bash", "-c", ". launcher/containers.sh; published \"$1\" \"$2\"", "bash", port, ports)
        .output()
        .strip();
  }
}
