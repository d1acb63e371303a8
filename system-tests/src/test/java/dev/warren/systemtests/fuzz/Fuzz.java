package dev.warren.systemtests.fuzz;

import dev.warren.systemtests.suite.RunningSuite;
import java.util.List;
import java.util.Map;

/**
 * What {@code ./warren fuzz} runs. Ends with 1 if something was found, 2 if it was asked for what
 * it does not know.
 */
final class Fuzz {

  private Fuzz() {}

  public static void main(String[] arguments) {
    System.exit(run(arguments));
  }

  private static int run(String[] arguments) {
    FuzzOptions options;
    try {
      options = FuzzOptions.parse(List.of(arguments));
    } catch (IllegalArgumentException e) {
      System.err.println("warren: " + e.getMessage());
      return 2;
    }
    FuzzResult result = options.isRunning() ? onRunningSuite(options) : onItsOwn(options);
    System.out.println(result);
    result.findings().forEach(finding -> System.err.println("FOUND " + finding));
    return result.findings().isEmpty() ? 0 : 1;
  }

  private static FuzzResult onRunningSuite(FuzzOptions options) {
    return new FuzzRun(RunningSuite.attached(), options, System.out::println).all();
  }

  private static FuzzResult onItsOwn(FuzzOptions options) {
    System.out.printf("Starting a suite (%s) ...%n", options.mode().option());
    RunningSuite suite = RunningSuite.start(options.mode(), "fuzz", settings());
    Thread cleanUp = new Thread(suite::close, "clean up");
    Runtime.getRuntime().addShutdownHook(cleanUp); // also after Ctrl-C
    return new FuzzRun(suite, options, System.out::println).all();
  }

  private static Map<String, String> settings() {
    return Map.of("WARREN_WORKER_DOT_DURATION", "1ms", "WARREN_SIMULATE_FAULTS", "false");
  }
}
