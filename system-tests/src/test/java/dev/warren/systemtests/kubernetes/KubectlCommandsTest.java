package dev.warren.systemtests.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.warren.systemtests.sources.SourceTree;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The commands for Kubernetes in the documentation name what there is. */
class KubectlCommandsTest {

  private static final Pattern LOOP =
      Pattern.compile("for (\\w+) in ([^;]+); do\n(.*?)\ndone", Pattern.DOTALL);
  private static final Pattern RESOURCE =
      Pattern.compile("\\s(deployment|service|statefulset|rabbitmqcluster)/([a-z-]+)\\b");
  private static final Pattern APPLIED = Pattern.compile("kubectl apply -[kf] (\\S+)");
  private static final Pattern SECRET = Pattern.compile("create secret generic \"?([a-z-]+)");
  private static final Pattern IMAGE = Pattern.compile("\\bwarren/[a-z-]+:[\\w.-]+");
  private static final Pattern BUILT =
      Pattern.compile("MODULE=([a-z-]+)\" --tag \"warren/([a-z-]+):");
  private static final Pattern POD = Pattern.compile("exec (\\S+)-\\d -c (\\S+)");
  private static final Pattern DRAIN = Pattern.compile("(?m)^kubectl drain .*");
  private static final Pattern OVERLAY =
      Pattern.compile("\\| \\[(\\w+)]\\(\\.\\./k8s/overlays/\\w+\\) \\| [^|]*`([\\w-]+)`");

  private static final Pattern COMPOSED = Pattern.compile("(?:resources|components): \\[([^]]+)]");

  private static final List<Overlay> OVERLAYS = Overlay.all();

  private final String commands =
      Stream.of("README.md", "docs/operations.md")
          .map(page -> SourceTree.read(SourceTree.root().resolve(page)))
          .map(page -> page.replaceAll("\\\\\n\\s*", "").replaceAll("(?m)^ {3}", ""))
          .map(KubectlCommandsTest::unrolled)
          .collect(Collectors.joining("\n"));

  @Test
  void whatIsAppliedExists() {
    assertThat(all(APPLIED, 1))
        .isNotEmpty()
        .allSatisfy(path -> assertThat(SourceTree.root().resolve(path)).matches(Files::exists));
  }

  /** Which is refused for pods with folders of their own, as ours are. */
  @Test
  void aNodeIsDrainedOfPodsWithFolders() {
    assertThat(OVERLAYS)
        .flatMap(Overlay::pods)
        .anyMatch(pod -> pod.spec().path("volumes").findValue("emptyDir") != null);
    assertThat(all(DRAIN, 0))
        .isNotEmpty()
        .allSatisfy(
            drain -> assertThat(drain).contains("--ignore-daemonsets", "--delete-emptydir-data"));
  }

  @Test
  void anOverlayOfOnesOwnIsMadeOfWhatExists() {
    Path folder = SourceTree.root().resolve("k8s/overlays/of-ones-own");
    assertThat(all(COMPOSED, 1))
        .isNotEmpty()
        .flatMap(paths -> List.of(paths.split(", ")))
        .allSatisfy(path -> assertThat(folder.resolve(path).normalize()).isDirectory());
  }

  @Test
  void everyResourceIsInAnOverlay() {
    assertThat(found(RESOURCE))
        .isNotEmpty()
        .allSatisfy(one -> assertThat(OVERLAYS).anyMatch(has(one.group(1), one.group(2))));
  }

  @Test
  void theImagesAreThoseOfTheDeployments() {
    Set<String> images =
        Overlay.composed("dev")
            .ofKind("Deployment")
            .map(service -> service.text("/spec/template/spec/containers/0/image"))
            .collect(Collectors.toSet());
    assertThat(all(IMAGE, 0)).containsExactlyInAnyOrderElementsOf(images);
    assertThat(found(BUILT))
        .hasSameSizeAs(images)
        .allMatch(one -> one.group(1).equals(one.group(2)));
  }

  @Test
  void theSecretsToCreateAreThoseThatAreMissing() {
    assertThat(new References(Overlay.composed("production")).missingSecrets())
        .isEqualTo(all(SECRET, 1));
    assertThat(new References(Overlay.composed("keda")).missingSecrets()).isEmpty();
  }

  @Test
  void theBrokersPodsHaveTheOperatorsNames() {
    Manifest cluster =
        Overlay.composed("operator").ofKind("RabbitmqCluster").findFirst().orElseThrow();
    assertThat(all(POD, 1)).containsExactly(cluster.name() + "-server");
    assertThat(all(POD, 2))
        .containsExactly(
            cluster.text("/spec/override/statefulSet/spec/template/spec/containers/0/name"));
  }

  @Test
  void everyOverlayIsListedWithItsBrokersFirstPod() {
    assertThat(found(OVERLAY))
        .extracting(row -> row.group(1), row -> row.group(2))
        .containsExactlyInAnyOrderElementsOf(
            OVERLAYS.stream()
                .map(overlay -> tuple(overlay.name(), firstPod(overlay)))
                .distinct()
                .toList());
  }

  private static String firstPod(Overlay overlay) {
    return overlay.has("StatefulSet", "rabbitmq") ? "rabbitmq-0" : "rabbitmq-server-0";
  }

  /** What is on a command line, everybody on the machine can see. */
  @Test
  void noCommandHoldsAPassword() {
    assertThat(commands).doesNotContain("from-literal=password");
  }

  private static Predicate<Overlay> has(String kind, String name) {
    return overlay ->
        overlay.documents().stream()
            .anyMatch(
                document ->
                    document.kind().toLowerCase(Locale.ROOT).equals(kind)
                        && document.name().equals(name));
  }

  private Set<String> all(Pattern pattern, int group) {
    return found(pattern).stream().map(match -> match.group(group)).collect(Collectors.toSet());
  }

  private List<MatchResult> found(Pattern pattern) {
    return pattern.matcher(commands).results().toList();
  }

  /** Each turn of a loop of the shell, with its variable's value. */
  private static String unrolled(String page) {
    return LOOP.matcher(page).replaceAll(loop -> Matcher.quoteReplacement(turns(loop)));
  }

  private static String turns(MatchResult loop) {
    return Arrays.stream(loop.group(2).split(" "))
        .map(value -> loop.group(3).replace("$" + loop.group(1), value))
        .collect(Collectors.joining("\n"));
  }
}
