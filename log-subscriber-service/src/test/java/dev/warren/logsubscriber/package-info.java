/** What the tests of this service share: the running service and a client of its API. */
@NullMarked
package dev.warren.logsubscriber;

import org.jspecify.annotations.NullMarked;
