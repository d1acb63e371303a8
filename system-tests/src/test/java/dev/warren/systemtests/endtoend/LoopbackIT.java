package dev.warren.systemtests.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.systemtests.sources.SourceTree;
import dev.warren.systemtests.suite.ListeningSocket;
import dev.warren.systemtests.suite.Mode;
import dev.warren.systemtests.suite.RunningSuite;
import dev.warren.systemtests.suite.SuiteMember;
import dev.warren.systemtests.suite.SystemTest;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** What runs on a developer's machine is for that machine alone. */
@SystemTest(Mode.LOCAL)
@EnabledOnOs(OS.LINUX) // which tells who listens where
class LoopbackIT {

  private final RunningSuite suite;

  LoopbackIT(RunningSuite suite) {
    this.suite = suite;
  }

  @Test
  void nothingListensBeyondIt() {
    Set<Integer> seen = new TreeSet<>();
    List<String> elsewhere = new ArrayList<>();
    processes()
        .forEach(
            (name, process) ->
                sockets(process)
                    .forEach(
                        socket -> {
                          seen.add(socket.port());
                          if (!socket.isLocal()) {
                            elsewhere.add(
                                "%s (process %d): %s".formatted(name, process.pid(), socket));
                          }
                        }));

    assertThat(elsewhere).isEmpty();
    assertThat(seen).containsAll(portsOfServices()).containsAll(portsOfBroker());
  }

  private Map<String, ProcessHandle> processes() {
    Map<String, ProcessHandle> processes = new TreeMap<>();
    members()
        .forEach(
            member ->
                processes.put(
                    member.service() + "-" + member.replica(),
                    process(Objects.requireNonNull(member.pid()))));
    for (String part : List.of("rabbitmq", "epmd")) {
      String pid = SourceTree.read(broker().resolve(part + ".pid")).strip();
      processes.put(part, process(Long.valueOf(pid)));
    }
    return processes;
  }

  private static ProcessHandle process(Long pid) {
    return ProcessHandle.of(pid).orElseThrow();
  }

  /** With those of the processes that it has started, as the broker does for its look-ups. */
  private static Stream<ListeningSocket> sockets(ProcessHandle process) {
    return Stream.concat(Stream.of(process), process.descendants())
        .flatMap(each -> ListeningSocket.of(each).stream());
  }

  private List<SuiteMember> members() {
    return SuiteMember.SERVICES.stream()
        .flatMap(service -> suite.members(service).stream())
        .toList();
  }

  private List<Integer> portsOfServices() {
    return members().stream()
        .flatMap(member -> Stream.of(member.client().url(), member.management().url()))
        .map(URI::getPort)
        .toList();
  }

  /** Those of its node and port mapper included. */
  private List<Integer> portsOfBroker() {
    return SourceTree.read(broker().resolve("ports"))
        .lines()
        .map(line -> Integer.valueOf(line.substring(line.indexOf('=') + 1)))
        .toList();
  }

  private Path broker() {
    return suite.home().resolve("broker");
  }
}
