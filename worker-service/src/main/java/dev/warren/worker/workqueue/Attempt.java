package dev.warren.worker.workqueue;

import dev.warren.messaging.taskevents.StartedAttempt;
import dev.warren.worker.status.RunningTask;

/**
 * A task that is being worked on.
 *
 * @param running its entry in the worker's journal
 * @param told its beginning, as others are told of it
 */
record Attempt(Task task, RunningTask running, StartedAttempt told) {}
