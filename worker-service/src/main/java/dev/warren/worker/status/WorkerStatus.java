package dev.warren.worker.status;

import dev.warren.worker.retry.Mechanism;
import java.time.Instant;
import java.util.List;

/**
 * What a worker is doing and has done since its start.
 *
 * @param worker its name, as in task events and consumer tags
 * @param current the tasks in hand
 * @param processed succeeded and failed tasks
 * @param failed tasks that went to the dead-letter queue
 * @param retried failed attempts that were not a task's last one
 * @param retryMechanism by what means failed tasks are tried again
 * @param hello greetings received
 * @param unreadableHello greetings that were not UTF-8
 * @param prefetch how many tasks the broker hands out ahead
 * @param recent the last tasks, latest first, 20 at most
 */
record WorkerStatus(
    String worker,
    Instant startedAt,
    boolean busy,
    List<RunningTask> current,
    long processed,
    long succeeded,
    long failed,
    long retried,
    Mechanism retryMechanism,
    long hello,
    long unreadableHello,
    int prefetch,
    List<FinishedTask> recent) {}
