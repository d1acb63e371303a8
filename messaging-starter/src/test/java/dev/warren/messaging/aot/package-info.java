@NullMarked
package dev.warren.messaging.aot;

import org.jspecify.annotations.NullMarked;
