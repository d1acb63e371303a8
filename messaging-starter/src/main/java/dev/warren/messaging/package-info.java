/** Auto-configuration of what every Warren service shares. */
@NullMarked
package dev.warren.messaging;

import org.jspecify.annotations.NullMarked;
