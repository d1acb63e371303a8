package dev.warren.producer.rpc;

import io.swagger.v3.oas.annotations.media.Schema;

/**
 * What the caller gets.
 *
 * @param n what was asked for
 * @param value the number in decimal digits; a text, since JSON's numbers end before it does
 * @param server who computed it; {@code unknown} if the server does not say
 * @param elapsedMs from the request to the reply, in milliseconds
 */
@Schema(name = "FibonacciNumber")
record FibAnswer(
    @Schema(example = "30") int n,
    @Schema(example = "832040") String value,
    @Schema(example = "rpc-fib-1") String server,
    @Schema(example = "3") long elapsedMs) {}
