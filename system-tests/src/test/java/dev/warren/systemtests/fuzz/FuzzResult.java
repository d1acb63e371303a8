package dev.warren.systemtests.fuzz;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What came of a run.
 *
 * @param seed what its cases were made of
 * @param answers how often each status was answered
 * @param fates what became of messages
 * @param good the good work that was done beside
 * @param findings what should not have been
 */
record FuzzResult(
    long seed,
    Map<String, Integer> answers,
    Map<String, Integer> fates,
    Map<String, Integer> good,
    List<String> findings) {

  @Override
  public String toString() {
    return """
        seed     %d
        requests %s
        messages %s
        beside   %s
        found    %d"""
        .formatted(seed, list(answers), list(fates), list(good), findings.size());
  }

  private static String list(Map<String, Integer> counts) {
    int sum = counts.values().stream().mapToInt(Integer::intValue).sum();
    return new TreeMap<>(counts)
        .entrySet().stream()
            .map(entry -> entry.getKey() + " " + entry.getValue())
            .collect(Collectors.joining(", ", sum + ": ", ""));
  }
}
