/** The journal. */
@NullMarked
package dev.warren.worker.status;

import org.jspecify.annotations.NullMarked;
