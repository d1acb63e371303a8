/** Tests of the package of the same name. */
@NullMarked
package dev.warren.logsubscriber.pubsub;

import org.jspecify.annotations.NullMarked;
