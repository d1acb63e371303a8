/** Tests of the package of the same name. */
@NullMarked
package dev.warren.logsubscriber.receivers;

import org.jspecify.annotations.NullMarked;
