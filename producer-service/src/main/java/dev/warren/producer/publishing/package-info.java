/** From a publish outcome to an HTTP answer: the one place that decides which it is. */
@NullMarked
package dev.warren.producer.publishing;

import org.jspecify.annotations.NullMarked;
