/** Who a running service is, among its replicas. */
@NullMarked
package dev.warren.messaging.identity;

import org.jspecify.annotations.NullMarked;
