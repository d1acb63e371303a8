/** What the publishing side of tasks tells the rest of this service. */
@NullMarked
package dev.warren.producer.tasks;

import org.jspecify.annotations.NullMarked;
