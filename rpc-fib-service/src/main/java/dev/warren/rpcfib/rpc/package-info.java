/**
 * The serving side of request and reply: computes Fibonacci numbers for whoever asks {@code
 * rpc_queue}, and answers bad questions too.
 */
@NullMarked
package dev.warren.rpcfib.rpc;

import org.jspecify.annotations.NullMarked;
