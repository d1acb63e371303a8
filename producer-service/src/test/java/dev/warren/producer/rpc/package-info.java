/** Calls to servers that know nothing of Warren, good ones and bad ones. */
@NullMarked
package dev.warren.producer.rpc;

import org.jspecify.annotations.NullMarked;
