/** What a service says of settings that cannot be used. */
@NullMarked
package dev.warren.messaging.settings;

import org.jspecify.annotations.NullMarked;
