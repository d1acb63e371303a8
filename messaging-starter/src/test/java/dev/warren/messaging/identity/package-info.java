/** Names of replicas. */
@NullMarked
package dev.warren.messaging.identity;

import org.jspecify.annotations.NullMarked;
