package dev.warren.producer.pubsub;

import dev.warren.contracts.PublishSubscribe;
import dev.warren.messaging.publish.OutgoingMessages;
import dev.warren.producer.publishing.ApiPublisher;
import dev.warren.producer.publishing.LogPublication;
import dev.warren.producer.web.TextRequest;
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

/** Sends a log message to every subscriber. */
@RestController
@Tag(name = "Publish/Subscribe")
class FanoutLogController {

  private static final String NO_KEY = "";

  private final ApiPublisher publisher;
  private final OutgoingMessages messages;

  FanoutLogController(ApiPublisher publisher, OutgoingMessages messages) {
    this.publisher = publisher;
    this.messages = messages;
  }

  @PostMapping(
      path = "/api/logs",
      consumes = {MediaType.APPLICATION_JSON_VALUE, MediaType.TEXT_PLAIN_VALUE},
      produces = MediaType.APPLICATION_JSON_VALUE)
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Operation(summary = "Send a log message to every subscriber")
  CompletableFuture<LogPublication> log(@Valid @RequestBody TextRequest request) {
    return publisher.toSubscribers(
        PublishSubscribe.EXCHANGE, NO_KEY, messages.text(request.text()));
  }
}
