package dev.warren.producer.hello;

import dev.warren.contracts.Hello;
import dev.warren.messaging.publish.OutgoingMessages;
import dev.warren.producer.publishing.ApiPublisher;
import dev.warren.producer.publishing.Publication;
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

/** Sends a text to the queue {@code hello}. */
@RestController
@Tag(name = "Hello World")
class HelloController {

  private final ApiPublisher publisher;
  private final OutgoingMessages messages;

  HelloController(ApiPublisher publisher, OutgoingMessages messages) {
    this.publisher = publisher;
    this.messages = messages;
  }

  @PostMapping(
      path = "/api/hello",
      consumes = {MediaType.APPLICATION_JSON_VALUE, MediaType.TEXT_PLAIN_VALUE},
      produces = MediaType.APPLICATION_JSON_VALUE)
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Operation(summary = "Send a text to the queue hello")
  CompletableFuture<Publication> hello(@Valid @RequestBody TextRequest request) {
    return publisher.toQueue(Hello.QUEUE, messages.text(request.text()));
  }
}
