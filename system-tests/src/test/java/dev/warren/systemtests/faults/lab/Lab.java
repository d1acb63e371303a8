package dev.warren.systemtests.faults.lab;

import static org.awaitility.Awaitility.await;

import dev.warren.systemtests.faults.ledger.Ledger;
import dev.warren.systemtests.suite.Mode;
import dev.warren.systemtests.suite.RunningSuite;
import dev.warren.systemtests.suite.SuiteMember;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/** A suite of its own to break, and what experiments need around it. */
public final class Lab implements AutoCloseable {

  /** Tasks at the same time in each worker. */
  public static final int CONSUMERS = 2;

  /** Tasks handed out ahead to each of them. */
  public static final int PREFETCH = 5;

  /** How often a task is tried. */
  public static final int ATTEMPTS = 4;

  /** How often a task's workers end before it is tried alone, and then alone before its end. */
  public static final int SUSPECT_AFTER = 2;

  static final int SINGLE_CLIENTS = 4;
  static final int BULK_CLIENTS = 2;
  static final int ORDERING_CLIENTS = 4;

  private static final Duration BLINK = Duration.ofMillis(1);

  private static final Duration FAILURES_LIMIT = Duration.ofMinutes(15);

  private final RunningSuite suite;
  private final Scale scale;
  private final Consumer<String> out;
  private final String setting;
  private final LeakCheck leaks;
  private Ledger current = new Ledger();

  private Lab(RunningSuite suite, Scale scale, Consumer<String> out) {
    this.suite = suite;
    this.scale = scale;
    this.leaks = new LeakCheck(suite);
    this.out = out;
    this.setting =
        "RabbitMQ %s, %s"
            .formatted(suite.broker().version(), suite.mode().name().toLowerCase(Locale.ROOT));
  }

  /** Starts a suite; {@code out} takes what is to be told meanwhile, line by line. */
  public static Lab start(Mode mode, Scale scale, Consumer<String> out) {
    out.accept("Starting a suite (%s) ...".formatted(mode.option()));
    RunningSuite suite = RunningSuite.start(mode, "faults", settings());
    try {
      return new Lab(suite, scale, out);
    } catch (RuntimeException e) {
      suite.close();
      throw e;
    }
  }

  private static Map<String, String> settings() {
    Map<String, String> settings = new HashMap<>();
    settings.put("WARREN_WORKER_DOT_DURATION", "20ms");
    settings.put("WARREN_WORKER_CONSUMERS", Integer.toString(CONSUMERS));
    settings.put("WARREN_WORKER_PREFETCH", Integer.toString(PREFETCH));
    settings.put("WARREN_WORKER_MAX_TASK_DURATION", "1s");
    settings.put("WARREN_WORKER_TASK_DEADLINE", "2s"); // tasks that hang are cut off soon
    settings.put("WARREN_WORKER_RETRY_DELAYS", "1s,1s,5s");
    settings.put("WARREN_WORKER_SUSPECT_AFTER", Integer.toString(SUSPECT_AFTER));
    settings.put("WARREN_SIMULATE_FAULTS", "true");
    settings.put("WARREN_LOG_FORMAT", "logstash"); // each line has the task's id
    settings.put("LOGGING_FILE_NAME", FileLog.NAME);
    settings.put("LOGGING_STRUCTURED_FORMAT_FILE", "logstash");
    settings.put("LOGGING_LOGBACK_ROLLINGPOLICY_MAX_FILE_SIZE", "10GB"); // all in one
    settings.put(
        "LOGGING_LOGBACK_ROLLINGPOLICY_FILE_NAME_PATTERN", FileLog.NAME + ".%d{yyyy-MM}.%i");
    return settings;
  }

  /** What breaks. */
  public RunningSuite suite() {
    return suite;
  }

  Scale scale() {
    return scale;
  }

  LeakCheck leaks() {
    return leaks;
  }

  /** The broker and the way to run. */
  String setting() {
    return setting;
  }

  void say(String line) {
    out.accept(line);
  }

  /** Lets time pass while the load goes on. */
  public void hold(Duration time) {
    await().pollDelay(time.plus(BLINK)).atMost(time.plusSeconds(10)).until(() -> true);
  }

  /** Single tasks, by clients that see an outage as callers do, and bulks for the volume. */
  Load taskLoad(Ledger ledger, String work, int bulkSize) {
    current = ledger;
    TaskClient client = new TaskClient(suite.entrance("producer"), ledger, work);
    return new Load()
        .with(SINGLE_CLIENTS, client::sendOne, 100)
        .with(BULK_CLIENTS, () -> client.sendBulk(bulkSize), 150);
  }

  /** Sends tasks that cannot be done, as part of the experiment that is under way. */
  public void sendBadMessages(int count) {
    BadMessages.send(suite.broker(), current, count);
  }

  /**
   * Sends tasks that go wrong, likewise.
   *
   * @param simulate how, as JSON
   */
  public void sendDoomed(int count, String simulate) {
    TaskClient client = new TaskClient(suite.entrance("producer"), current, "");
    for (int i = 0; i < count; i++) {
      client.sendDoomed(simulate);
    }
  }

  /** Sends good ones at once, likewise; returns when they have their answers. */
  public void sendBulk(int count) {
    new TaskClient(suite.entrance("producer"), current, "").sendBulk(count);
  }

  /** How many tasks are in the dead-letter queue. */
  public int deadLetters() {
    return DeadLetterQueue.length(suite.broker());
  }

  /** Callers of the RPC servers. */
  Load callLoad(Ledger ledger, Duration deadline) {
    current = ledger;
    CallClient client = new CallClient(suite.entrance("producer"), ledger, deadline);
    return new Load().with(8, client::call, 5);
  }

  /** People who place orders. */
  Load orderLoad(Ledger ledger) {
    current = ledger;
    OrderClient client = new OrderClient(suite.entrance("producer"), ledger);
    return new Load().with(ORDERING_CLIENTS, client::place, 50);
  }

  /** Waits until as many requests have failed in one way as are to be acknowledged in all. */
  public void awaitFailures(String detail) {
    await(detail)
        .atMost(FAILURES_LIMIT)
        .pollInterval(Duration.ofSeconds(1))
        .until(() -> current.count(detail) >= scale.tasks());
  }

  /** Runs as many workers, those that were killed included. */
  public void haveWorkers(int count) {
    have("worker", count);
  }

  /** Likewise of any service. */
  void have(String service, int count) {
    List<SuiteMember> members = suite.members(service);
    if (members.size() != count || !members.stream().allMatch(SuiteMember::isReady)) {
      suite.scale(service, count);
    }
  }

  /** Starts those processes of a service again that do not run. */
  public void repair(String service) {
    have(service, suite.members(service).size());
  }

  /** Likewise, while something ends them; returns after one try. */
  public void tryToHaveWorkers(int count) {
    suite.warren("scale", "worker", Integer.toString(count));
  }

  @Override
  public void close() {
    suite.close();
  }
}
