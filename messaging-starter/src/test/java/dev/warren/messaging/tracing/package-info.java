/** Tests of the trace that goes with messages. */
@NullMarked
package dev.warren.messaging.tracing;

import org.jspecify.annotations.NullMarked;
