/** Tests of the package of the same name. */
@NullMarked
package dev.warren.logsubscriber.routing;

import org.jspecify.annotations.NullMarked;
