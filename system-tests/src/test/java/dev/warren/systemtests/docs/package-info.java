/** What the documentation claims, checked against the source tree and the running suite. */
@NullMarked
package dev.warren.systemtests.docs;

import org.jspecify.annotations.NullMarked;
