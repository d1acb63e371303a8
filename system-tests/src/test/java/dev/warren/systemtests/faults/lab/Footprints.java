package dev.warren.systemtests.faults.lab;

import dev.warren.systemtests.suite.Machine;
import dev.warren.systemtests.suite.RunningSuite;
import dev.warren.systemtests.suite.SuiteMember;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the processes of each service hold. */
final class Footprints {

  private static final double MEGABYTE = 1 << 20;

  private Footprints() {}

  /**
   * By service.
   *
   * @throws IllegalStateException if the broker does not tell of all of them; it tells of a
   *     connection only some seconds after it was opened
   */
  static Map<String, Footprint> of(RunningSuite suite) {
    Map<String, Footprint> footprints = new TreeMap<>();
    for (String service : SuiteMember.SERVICES) {
      List<SuiteMember> members = suite.members(service);
      long connections = share(suite, "connections", service, members.size());
      long channels = share(suite, "channels", service, members.size());
      members.stream()
          .map(member -> of(member, connections, channels))
          .reduce(Footprint::max)
          .ifPresent(most -> footprints.put(service, most));
    }
    return footprints;
  }

  private static Footprint of(SuiteMember member, long connections, long channels) {
    long heap = collectGarbage(member) ? heap(Metrics.of(member)) : 0;
    long threads = (long) Metrics.of(member).value("jvm_threads_live_threads");
    return new Footprint(connections, channels, threads, heap);
  }

  private static long heap(Metrics metrics) {
    return Math.round(metrics.value("jvm_memory_used_bytes", "area=\"heap\"") / MEGABYTE);
  }

  private static boolean collectGarbage(SuiteMember member) {
    Long pid = member.pid();
    if (pid == null) {
      return false;
    }
    String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
    return Machine.run(jcmd, pid.toString(), "GC.run").exitCode() == 0;
  }

  /** Each service has a user of its own; rounded up. */
  private static long share(RunningSuite suite, String things, String user, int processes) {
    long all =
        suite
            .broker()
            .management()
            .get("/api/" + things + "?columns=user")
            .json()
            .valueStream()
            .filter(thing -> thing.path("user").asString("").equals(user))
            .count();
    if (all < processes) {
      throw new IllegalStateException(
          "%d %s of %s are not told of yet: %d are".formatted(processes, things, user, all));
    }
    return (all + processes - 1) / Math.max(processes, 1);
  }
}
