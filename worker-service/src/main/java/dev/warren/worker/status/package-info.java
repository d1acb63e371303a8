/** What this worker is doing and has done, for people: {@code GET /api/worker}. */
@NullMarked
package dev.warren.worker.status;

import org.jspecify.annotations.NullMarked;
