package dev.warren.producer.workqueue;

import dev.warren.messaging.web.ProblemException;
import dev.warren.messaging.web.ProblemType;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * Sends up to 10 000 tasks in one request. {@code 202} says that the broker has all of them, {@code
 * 207} that it has some; when it has none the answer is a problem. Each has the items.
 */
@RestController
@Tag(name = "Work Queues")
class BulkSubmissionController {

  private static final String JSON_EXAMPLE = "[{\"text\":\"First.\"},{\"text\":\"Second..\"}]";
  private static final String LINES_EXAMPLE = "{\"text\":\"First.\"}\n{\"text\":\"Second..\"}\n";

  private final BulkReader reader;
  private final BulkPublisher publisher;

  BulkSubmissionController(BulkReader reader, BulkPublisher publisher) {
    this.reader = reader;
    this.publisher = publisher;
  }

  @PostMapping(
      path = "/api/tasks/bulk",
      consumes = MediaType.APPLICATION_JSON_VALUE,
      produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(summary = "Send many tasks, as a JSON array")
  ResponseEntity<BulkAnswer> array(
      @RequestBody
          @io.swagger.v3.oas.annotations.parameters.RequestBody(
              content =
                  @Content(
                      mediaType = MediaType.APPLICATION_JSON_VALUE,
                      examples = @ExampleObject(JSON_EXAMPLE)))
          byte[] body) {
    return submit(reader.array(body));
  }

  @PostMapping(
      path = "/api/tasks/bulk",
      consumes = MediaType.APPLICATION_NDJSON_VALUE,
      produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(summary = "Send many tasks, one JSON object per line")
  ResponseEntity<BulkAnswer> lines(
      @RequestBody
          @io.swagger.v3.oas.annotations.parameters.RequestBody(
              content =
                  @Content(
                      mediaType = MediaType.APPLICATION_NDJSON_VALUE,
                      examples = @ExampleObject(LINES_EXAMPLE)))
          byte[] body) {
    return submit(reader.lines(body));
  }

  private ResponseEntity<BulkAnswer> submit(List<BulkItem> items) {
    if (items.isEmpty()) {
      throw new ProblemException(ProblemType.MALFORMED_REQUEST, "There is no task in the body");
    }
    BulkAnswer answer = publisher.publish(items);
    if (answer.confirmed() == 0) {
      throw answer.problem();
    }
    boolean complete = answer.confirmed() == answer.total();
    return ResponseEntity.status(complete ? HttpStatus.ACCEPTED : HttpStatus.MULTI_STATUS)
        .body(answer);
  }
}
