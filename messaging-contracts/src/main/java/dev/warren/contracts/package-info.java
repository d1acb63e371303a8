/**
 * The names that services and foreign clients share: queues, exchanges, keys, headers, and the
 * payload records. One class per pattern; nothing here depends on Spring.
 */
@NullMarked
package dev.warren.contracts;

import org.jspecify.annotations.NullMarked;
