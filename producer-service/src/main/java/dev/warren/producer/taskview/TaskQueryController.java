package dev.warren.producer.taskview;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import org.springframework.util.StringUtils;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What has become of the tasks. */
@RestController
@Tag(name = "Tasks")
class TaskQueryController {

  /** No id, but the last part of another path. */
  private static final String BULK = "bulk";

  private final TaskQueries tasks;

  TaskQueryController(TaskQueries tasks) {
    this.tasks = tasks;
  }

  @GetMapping("/api/tasks/{id}")
  @Operation(
      summary = "What has become of a task",
      description =
          "404 if no task has this id. 503 with Retry-After while this replica is still reading"
              + " the history and does not know the task yet.")
  Task task(@PathVariable String id) throws HttpRequestMethodNotSupportedException {
    if (id.equals(BULK)) {
      throw new HttpRequestMethodNotSupportedException("GET", List.of("POST"));
    }
    return tasks.find(id);
  }

  @GetMapping("/api/tasks")
  @Operation(summary = "The newest tasks")
  List<Task> tasks(
      @Parameter(
              description = "Only those that are queued, running, succeeded or failed",
              schema = @Schema(allowableValues = {"queued", "running", "succeeded", "failed"}))
          @RequestParam(defaultValue = "")
          String state,
      @Parameter(description = "How many at most")
          @RequestParam(defaultValue = "50")
          @Min(1)
          @Max(1000)
          int limit) {
    return tasks.newest(StringUtils.hasLength(state) ? TaskState.parse(state) : null, limit);
  }
}
