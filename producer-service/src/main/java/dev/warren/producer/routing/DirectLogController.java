package dev.warren.producer.routing;

import dev.warren.contracts.Routing;
import dev.warren.messaging.publish.OutgoingMessages;
import dev.warren.producer.publishing.ApiPublisher;
import dev.warren.producer.publishing.LogPublication;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.concurrent.CompletableFuture;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Sends a log message to the subscribers of its severity. */
@RestController
@Tag(name = "Routing")
class DirectLogController {

  private final ApiPublisher publisher;
  private final OutgoingMessages messages;

  DirectLogController(ApiPublisher publisher, OutgoingMessages messages) {
    this.publisher = publisher;
    this.messages = messages;
  }

  @PostMapping(
      path = "/api/logs/direct",
      consumes = MediaType.APPLICATION_JSON_VALUE,
      produces = MediaType.APPLICATION_JSON_VALUE)
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Operation(summary = "Send a log message to the subscribers of its severity")
  CompletableFuture<LogPublication> log(@Valid @RequestBody DirectLogRequest request) {
    return publisher.toSubscribers(
        Routing.EXCHANGE, request.severityOrDefault(), messages.text(request.text()));
  }
}
