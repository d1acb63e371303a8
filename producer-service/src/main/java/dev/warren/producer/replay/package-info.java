/**
 * What the packages of patterns and the one of dead letters tell each other: which queues hold dead
 * letters, and which of those letters are back where they came from.
 */
@NullMarked
package dev.warren.producer.replay;

import org.jspecify.annotations.NullMarked;
