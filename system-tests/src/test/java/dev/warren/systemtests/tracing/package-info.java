/** One trace across the processes of the suite, as a collector sees it. */
@NullMarked
package dev.warren.systemtests.tracing;

import org.jspecify.annotations.NullMarked;
