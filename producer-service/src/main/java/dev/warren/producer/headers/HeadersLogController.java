package dev.warren.producer.headers;

import dev.warren.contracts.HeaderRouting;
import dev.warren.messaging.publish.OutgoingMessages;
import dev.warren.producer.publishing.ApiPublisher;
import dev.warren.producer.publishing.LogPublication;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.concurrent.CompletableFuture;
import org.springframework.amqp.core.Message;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Sends a log message to the subscribers whose headers it has. */
@RestController
@Tag(name = "Headers")
class HeadersLogController {

  private static final String NO_KEY = "";

  private final ApiPublisher publisher;
  private final OutgoingMessages messages;

  HeadersLogController(ApiPublisher publisher, OutgoingMessages messages) {
    this.publisher = publisher;
    this.messages = messages;
  }

  @PostMapping(
      path = "/api/logs/headers",
      consumes = MediaType.APPLICATION_JSON_VALUE,
      produces = MediaType.APPLICATION_JSON_VALUE)
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Operation(summary = "Send a log message to the subscribers whose headers it has")
  CompletableFuture<LogPublication> log(@Valid @RequestBody HeadersLogRequest request) {
    RoutableHeaders.check(request.headers());
    String id = messages.newId();
    Message message =
        messages.text(
            id, request.text(), properties -> properties.getHeaders().putAll(request.headers()));
    return publisher.toSubscribers(HeaderRouting.EXCHANGE, NO_KEY, message);
  }
}
