/** Tests of the package of the same name. */
@NullMarked
package dev.warren.logsubscriber.topics;

import org.jspecify.annotations.NullMarked;
