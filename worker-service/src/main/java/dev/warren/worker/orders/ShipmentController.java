package dev.warren.worker.orders;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.util.StringUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows the effects, so that anybody can count them. */
@RestController
@Tag(name = "Idempotent Consumer")
class ShipmentController {

  private final Shipments shipments;

  ShipmentController(Shipments shipments) {
    this.shipments = shipments;
  }

  @GetMapping(path = "/api/shipments", produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      summary = "What was shipped, by all workers",
      description = "All shipments of one order, or those after an id, to read them page by page.")
  List<Shipment> shipments(
      @Parameter(description = "Only those of this order") @RequestParam(defaultValue = "")
          String orderId,
      @Parameter(description = "Only those with a larger id")
          @RequestParam(defaultValue = "0")
          @Min(0)
          long after,
      @Parameter(description = "How many at most")
          @RequestParam(defaultValue = "100")
          @Min(1)
          @Max(1000)
          int limit) {
    return StringUtils.hasLength(orderId) ? shipments.of(orderId) : shipments.after(after, limit);
  }
}
