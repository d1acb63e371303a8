/** The view of tasks: its rules alone, and replicas of it on a real stream. */
@NullMarked
package dev.warren.producer.taskview;

import org.jspecify.annotations.NullMarked;
