/** Batching of task events, against a scripted publisher. */
@NullMarked
package dev.warren.messaging.taskevents;

import org.jspecify.annotations.NullMarked;
