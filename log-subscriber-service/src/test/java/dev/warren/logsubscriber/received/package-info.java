/** Tests of the package of the same name. */
@NullMarked
package dev.warren.logsubscriber.received;

import org.jspecify.annotations.NullMarked;
