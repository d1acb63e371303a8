/**
 * The documented ports in Compose: connections to one port go to one of the replicas of a service,
 * since a port of the host can be published by one container only. On Kubernetes a Service does
 * this.
 */
@NullMarked
package dev.warren.frontdoor;

import org.jspecify.annotations.NullMarked;
