package dev.warren.logsubscriber.subscriptions;

import dev.warren.logsubscriber.subscriptions.Subscription.Origin;
import dev.warren.messaging.web.ProblemException;
import dev.warren.messaging.web.ProblemType;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.net.URI;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Makes, shows and ends subscriptions. */
@RestController
@RequestMapping("/api/subscriptions")
@Tag(name = "Subscriptions", description = "Queues that come and go with their subscribers")
class SubscriptionController {

  private final Subscriptions subscriptions;
  private final ConsumerStates states;

  SubscriptionController(Subscriptions subscriptions, ConsumerStates states) {
    this.subscriptions = subscriptions;
    this.states = states;
  }

  @GetMapping
  @Operation(summary = "All subscriptions", description = "Those of the settings come first.")
  List<SubscriptionView> all() {
    return subscriptions.all().stream().map(this::view).toList();
  }

  @GetMapping("/{id}")
  @Operation(summary = "One subscription")
  SubscriptionView one(@PathVariable String id) {
    return view(find(id));
  }

  @PostMapping(produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      summary = "Subscribe",
      description =
          "Declares an exclusive queue, binds it and consumes it. After 201 the broker delivers:"
              + " whatever is published from then on arrives. The queue does not outlive the"
              + " connection; after a loss it comes back with its bindings, without what was"
              + " published meanwhile.")
  @SubscriptionExamples
  ResponseEntity<SubscriptionView> subscribe(@Valid @RequestBody SubscriptionRequest request) {
    Subscription made = subscriptions.subscribe(request.pattern(), request.interest());
    return ResponseEntity.created(URI.create("/api/subscriptions/" + made.id())).body(view(made));
  }

  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(
      summary = "Unsubscribe",
      description = "The queue is gone when this returns. What was received stays in sight.")
  void unsubscribe(@PathVariable String id) {
    Subscription subscription = find(id);
    if (subscription.origin() == Origin.SETTINGS) {
      throw new ProblemException(
          ProblemType.CONFLICT, id + " belongs to the settings (warren.subscriptions.*)");
    }
    if (!subscriptions.unsubscribe(subscription)) {
      throw unknown(id);
    }
  }

  private Subscription find(String id) {
    return subscriptions.find(id).orElseThrow(() -> unknown(id));
  }

  private SubscriptionView view(Subscription subscription) {
    String queue = subscription.queue().getActualName();
    return SubscriptionView.of(subscription, states.isConsuming(queue));
  }

  private static ProblemException unknown(String id) {
    return new ProblemException(ProblemType.NOT_FOUND, "There is no subscription " + id);
  }
}
