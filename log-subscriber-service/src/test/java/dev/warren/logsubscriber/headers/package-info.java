/** Tests of the package of the same name. */
@NullMarked
package dev.warren.logsubscriber.headers;

import org.jspecify.annotations.NullMarked;
