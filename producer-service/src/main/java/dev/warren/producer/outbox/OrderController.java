package dev.warren.producer.outbox;

import dev.warren.messaging.web.ProblemException;
import dev.warren.messaging.web.ProblemType;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.net.URI;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Takes orders, whether the broker is there or not. */
@RestController
@Tag(name = "Transactional Outbox")
class OrderController {

  private final Orders orders;

  OrderController(Orders orders) {
    this.orders = orders;
  }

  @PostMapping(
      path = "/api/orders",
      consumes = MediaType.APPLICATION_JSON_VALUE,
      produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      summary = "Place an order",
      description =
          "201: it is in the database, together with the message that tells of it, which is"
              + " published at once or as soon as the broker is there.")
  ResponseEntity<Order> place(@Valid @RequestBody OrderRequest request) {
    Order order = orders.place(request.item(), request.quantity());
    return ResponseEntity.created(URI.create("/api/orders/" + order.id())).body(order);
  }

  @GetMapping("/api/orders/{id}")
  @Operation(summary = "An order, and whether the others have been told of it")
  Order order(@PathVariable String id) {
    return orders
        .find(id)
        .orElseThrow(
            () -> new ProblemException(ProblemType.NOT_FOUND, "There is no order of this id"));
  }
}
