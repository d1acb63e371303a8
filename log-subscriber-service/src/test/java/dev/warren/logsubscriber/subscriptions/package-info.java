/** Tests of the package of the same name. */
@NullMarked
package dev.warren.logsubscriber.subscriptions;

import org.jspecify.annotations.NullMarked;
