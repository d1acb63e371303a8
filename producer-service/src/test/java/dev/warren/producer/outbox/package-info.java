@NullMarked
package dev.warren.producer.outbox;

import org.jspecify.annotations.NullMarked;
