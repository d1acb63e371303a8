package dev.warren.systemtests.faults.lab;

/**
 * What a process of a service holds, or the one that holds most of it.
 *
 * @param connections to the broker
 * @param channels on them
 * @param threads of the JVM, without virtual ones
 * @param heapMegabytes after a collection; 0 in a container, whose image has no tool to cause one
 */
record Footprint(long connections, long channels, long threads, long heapMegabytes) {

  /**
   * What it may become in use: pools grow up to their sizes, caches fill, the producer remembers
   * tasks. Leaks of the thousands of things that an experiment does are far beyond.
   */
  Footprint bound() {
    return new Footprint(
        connections + 3, channels * 3 / 2 + 30, threads * 3 / 2 + 30, heapMegabytes * 3 / 2 + 128);
  }

  boolean isWithin(Footprint bound) {
    return connections <= bound.connections
        && channels <= bound.channels
        && threads <= bound.threads
        && heapMegabytes <= bound.heapMegabytes;
  }

  /** The larger value of each kind. */
  Footprint max(Footprint other) {
    return new Footprint(
        Math.max(connections, other.connections),
        Math.max(channels, other.channels),
        Math.max(threads, other.threads),
        Math.max(heapMegabytes, other.heapMegabytes));
  }

  @Override
  public String toString() {
    String text =
        "%d connections, %d channels, %d threads".formatted(connections, channels, threads);
    return heapMegabytes == 0 ? text : text + ", %d MB".formatted(heapMegabytes);
  }
}
