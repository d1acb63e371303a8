package dev.warren.benchmarks;

import java.util.ArrayList;
import java.util.List;

/** The rounds of a comparison: our rate, the other's, and their quotient, each with its spread. */
final class Ratios {

  private final List<Double> ours = new ArrayList<>();
  private final List<Double> theirs = new ArrayList<>();
  private final List<Double> quotients = new ArrayList<>();

  void add(double our, double their) {
    ours.add(our);
    theirs.add(their);
    quotients.add(our / their);
  }

  double median() {
    return median(quotients);
  }

  double min() {
    return quotients.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
  }

  double max() {
    return quotients.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
  }

  double ourRate() {
    return median(ours);
  }

  double theirRate() {
    return median(theirs);
  }

  private static double median(List<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }
}
