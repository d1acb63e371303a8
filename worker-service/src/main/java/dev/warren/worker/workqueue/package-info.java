/**
 * The consuming side of work queues: tasks are shared fairly among workers, each is acknowledged
 * after its work, and one that cannot be done is rejected to {@code task_queue.dlq}.
 */
@NullMarked
package dev.warren.worker.workqueue;

import org.jspecify.annotations.NullMarked;
