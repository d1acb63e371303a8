@NullMarked
package dev.warren.producer.idempotency;

import org.jspecify.annotations.NullMarked;
