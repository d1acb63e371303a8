/** The REST API and every publishing side. */
@NullMarked
package dev.warren.producer;

import org.jspecify.annotations.NullMarked;
