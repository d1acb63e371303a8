package dev.warren.worker.status;

/**
 * A task whose work is over.
 *
 * @param text the beginning of its body
 * @param durationMs how long its work took
 */
record FinishedTask(String id, String text, Outcome outcome, long durationMs) {}
