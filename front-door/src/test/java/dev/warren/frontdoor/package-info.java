/** Doors to servers of this process, at several loopback addresses. */
@NullMarked
package dev.warren.frontdoor;

import org.jspecify.annotations.NullMarked;
