package dev.warren.rpcfib.rpc;

import dev.warren.messaging.identity.InstanceName;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shows the statistics. */
@RestController
@Tag(name = "RPC server")
class RpcController {

  private final RpcStatistics statistics;
  private final InstanceName server;
  private final int maxN;

  RpcController(RpcStatistics statistics, InstanceName server, RpcProperties properties) {
    this.statistics = statistics;
    this.server = server;
    this.maxN = properties.maxN();
  }

  @GetMapping(path = "/api/rpc", produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      summary = "What this server has done",
      description = "Counts since its start. To ask it for a number, call the producer's API.")
  RpcStatus rpc() {
    return statistics.status(server.value(), maxN);
  }
}
