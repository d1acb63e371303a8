package dev.warren.rpcfib.rpc;

/**
 * What a server has done since its start.
 *
 * @param server its name, as in its replies and its consumer tag
 * @param answered requests answered with a number
 * @param errors requests answered with an error
 * @param undeliverable answers, of either kind, whose reply address was not there any more, or
 *     which could not be sent, even though that was tried again; of a client that has gone, direct
 *     reply-to does not tell
 * @param rejected requests without a reply address, now in the dead-letter queue
 * @param maxN the largest n that is computed
 */
record RpcStatus(
    String server, long answered, long errors, long undeliverable, long rejected, int maxN) {}
