package dev.warren.systemtests.observability;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.systemtests.sources.SourceTree;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class DashboardsTest {

  /**
   * Which the Cluster Operator sets, and which is more than what we do.
   *
   * @see <a href="https://github.com/rabbitmq/cluster-operator">Cluster Operator</a>
   */
  private static final long LIMIT_OF_THE_OPERATOR = 2_000_000_000L;

  static Stream<Panel> panels() {
    return Panel.all();
  }

  @ParameterizedTest
  @MethodSource("panels")
  void everyPanelSaysWhatItShowsInWhichUnitAndFromWhen(Panel panel) {
    assertThat(panel.text("title")).isNotBlank();
    assertThat(panel.text("description")).endsWith(".");
    assertThat(panel.text("datasource/uid")).isEqualTo("prometheus");
    assertThat(panel.text("fieldConfig/defaults/unit")).isNotBlank();
    assertThat(panel.json().at("/fieldConfig/defaults/thresholds/steps")).isNotEmpty();
    assertThat(panel.targets()).isNotEmpty();
    assertThat(panel.targets())
        .allSatisfy(target -> assertThat(target.path("legendFormat").asString("")).isNotBlank());
  }

  /** Services and broker have meters of the same names. */
  @ParameterizedTest
  @MethodSource("panels")
  void everySelectorNamesItsJob(Panel panel) {
    assertThat(panel.queries()).allSatisfy(Selectors::assertNameTheirJob);
  }

  /** Of two series with the same labels, {@code or} drops the second, whatever it says. */
  @ParameterizedTest
  @MethodSource("panels")
  void noQueryHidesASeriesBehindAnother(Panel panel) {
    assertThat(panel.queries()).noneMatch(query -> query.contains(" or "));
  }

  static Stream<Panel> stats() {
    return Panel.all().filter(panel -> panel.text("type").equals("stat"));
  }

  /** Of a range the last value stays, for as long as the range is, when its source has died. */
  @ParameterizedTest
  @MethodSource("stats")
  void aStatShowsWhatIsNow(Panel stat) {
    assertThat(stat.targets())
        .allSatisfy(target -> assertThat(target.path("instant").asBoolean(false)).isTrue())
        .allSatisfy(target -> assertThat(target.path("range").asBoolean(true)).isFalse());
    assertThat(stat.text("options/graphMode")).isEqualTo("none");
  }

  /** Of nobody Prometheus knows nothing, not that they are none. */
  @Test
  void noReplicaIsNoughtAndRed() {
    assertThat(stats().filter(stat -> stat.queries().get(0).contains("(up{")))
        .isNotEmpty()
        .allSatisfy(
            stat -> {
              assertThat(stat.text("fieldConfig/defaults/noValue")).isEqualTo("0");
              assertThat(lowestStep(stat)).isEqualTo("red");
            });
  }

  /** What is recorded when it ends tells nothing of a task that lasts. */
  @Test
  void timeBusyCountsWorkInHand() {
    assertThat(Panel.all().filter(panel -> panel.text("title").startsWith("Time busy")))
        .flatMap(Panel::queries)
        .filteredOn(query -> query.contains("job=\"worker-service\""))
        .isNotEmpty()
        .allSatisfy(query -> assertThat(query).contains("avg_over_time(warren_listener_in_flight"));
  }

  @Test
  void theDiskIsRedWhereABrokerBlocksPublishers() {
    String settings = SourceTree.read(SourceTree.root().resolve("broker/conf.d/50-container.conf"));
    assertThat(settings).containsPattern("(?m)^disk_free_limit\\.absolute = 1GB$");
    assertThat(stats().filter(stat -> stat.text("title").equals("Free disk")))
        .singleElement()
        .satisfies(
            stat -> {
              assertThat(lowestStep(stat)).isEqualTo("red");
              assertThat(stat.json().at("/fieldConfig/defaults/thresholds/steps/1/value").asLong())
                  .isGreaterThanOrEqualTo(LIMIT_OF_THE_OPERATOR);
            });
  }

  private static String lowestStep(Panel panel) {
    return panel.text("fieldConfig/defaults/thresholds/steps/0/color");
  }

  @Test
  void everyDashboardIsFoundFromTheOthersAndCannotBeChangedByHand() {
    List<Path> dashboards = Panel.dashboards();
    assertThat(dashboards).hasSizeGreaterThanOrEqualTo(5);
    for (Path file : dashboards) {
      JsonNode dashboard = Panel.read(file);
      assertThat(dashboard.get("tags").get(0).stringValue()).as("%s", file).isEqualTo("warren");
      assertThat(dashboard.get("links").get(0).get("tags")).isEqualTo(dashboard.get("tags"));
      assertThat(dashboard.get("editable").booleanValue()).as("%s", file).isFalse();
    }
    assertThat(dashboards.stream().map(file -> Panel.read(file).get("uid").stringValue()))
        .doesNotHaveDuplicates();
  }

  @Test
  void panelsDoNotLieOverEachOther() {
    for (Path file : Panel.dashboards()) {
      JsonNode panels = Panel.read(file).get("panels");
      assertThat(panels.findValues("id").stream().map(JsonNode::intValue))
          .as("%s", file)
          .doesNotHaveDuplicates();
      assertThat(panels.findValues("gridPos")).as("%s", file).doesNotHaveDuplicates();
    }
  }

  @Test
  void theDataSourceIsTheOneThatTheDashboardsName() {
    Path provisioning = SourceTree.root().resolve("observability/grafana/provisioning");
    assertThat(SourceTree.read(provisioning.resolve("datasources/prometheus.yml")))
        .contains("uid: prometheus ", "url: http://prometheus:9090");
  }
}
