/** Work queues, on a real broker. */
@NullMarked
package dev.warren.worker.workqueue;

import org.jspecify.annotations.NullMarked;
