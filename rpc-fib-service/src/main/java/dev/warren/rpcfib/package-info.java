/** Answers RPC requests for Fibonacci numbers. */
@NullMarked
package dev.warren.rpcfib;

import org.jspecify.annotations.NullMarked;
