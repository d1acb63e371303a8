package dev.warren.systemtests.faults.lab;

import java.time.Instant;

/**
 * One strike of a fault.
 *
 * @param injected when it began
 * @param undone since when everything is there again
 */
record Round(Instant injected, Instant undone) {}
