package dev.warren.producer.topics;

import dev.warren.contracts.Topics;
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

/** Sends a log message to the subscribers whose pattern it matches. */
@RestController
@Tag(name = "Topics")
class TopicLogController {

  private final ApiPublisher publisher;
  private final OutgoingMessages messages;

  TopicLogController(ApiPublisher publisher, OutgoingMessages messages) {
    this.publisher = publisher;
    this.messages = messages;
  }

  @PostMapping(
      path = "/api/logs/topic",
      consumes = MediaType.APPLICATION_JSON_VALUE,
      produces = MediaType.APPLICATION_JSON_VALUE)
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Operation(summary = "Send a log message to the subscribers whose pattern it matches")
  CompletableFuture<LogPublication> log(@Valid @RequestBody TopicLogRequest request) {
    return publisher.toSubscribers(
        Topics.EXCHANGE, request.routingKeyOrDefault(), messages.text(request.text()));
  }
}
