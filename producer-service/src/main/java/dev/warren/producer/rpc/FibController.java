package dev.warren.producer.rpc;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A Fibonacci number, computed by whichever server is free. */
@RestController
@Tag(name = "Remote procedure call")
class FibController {

  private final FibClient client;
  private final RpcProperties properties;

  FibController(FibClient client, RpcProperties properties) {
    this.client = client;
    this.properties = properties;
  }

  @GetMapping("/api/fib/{n}")
  @Operation(
      summary = "Ask a server for a Fibonacci number",
      description =
          "503 when no server takes requests, 504 when none replies in time, 502 when a server"
              + " replies with an error or with nonsense, 429 when too many calls are under way.")
  FibAnswer fib(
      @Parameter(
              description = "Which number, from 0 to WARREN_RPC_MAX_N, 100000 unless set",
              example = "30")
          @PathVariable
          String n,
      @Parameter(description = "How long to wait, from 10ms to 60s; 5s by default", example = "2s")
          @RequestParam(defaultValue = "")
          String timeout) {
    return client.ask(FibRequest.parse(n, timeout, properties));
  }
}
