package dev.warren.worker.status;

import dev.warren.messaging.identity.InstanceName;
import dev.warren.worker.WorkerProperties;
import dev.warren.worker.retry.Retries;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shows the journal. */
@RestController
@Tag(name = "Worker")
class WorkerController {

  private final WorkerJournal journal;
  private final InstanceName name;
  private final Retries retries;
  private final int prefetch;

  WorkerController(
      WorkerJournal journal, InstanceName name, Retries retries, WorkerProperties properties) {
    this.journal = journal;
    this.name = name;
    this.retries = retries;
    this.prefetch = properties.prefetch();
  }

  @GetMapping(path = "/api/worker", produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      summary = "What this worker is doing and has done",
      description = "Counts since its start, the tasks in hand, and the last 20 finished ones.")
  WorkerStatus worker() {
    return journal.status(name.value(), prefetch, retries.current().mechanism());
  }
}
