@NullMarked
package dev.warren.worker.orders;

import org.jspecify.annotations.NullMarked;
