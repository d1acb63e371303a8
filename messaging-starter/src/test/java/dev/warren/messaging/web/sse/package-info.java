/** Event streams against the real web server. */
@NullMarked
package dev.warren.messaging.web.sse;

import org.jspecify.annotations.NullMarked;
