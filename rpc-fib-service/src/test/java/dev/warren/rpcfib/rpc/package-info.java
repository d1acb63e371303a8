/** The RPC server, asked as the tutorials' clients ask. */
@NullMarked
package dev.warren.rpcfib.rpc;

import org.jspecify.annotations.NullMarked;
