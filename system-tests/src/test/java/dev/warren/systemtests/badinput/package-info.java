/** Input that nobody should send, with good work beside it. */
@NullMarked
package dev.warren.systemtests.badinput;

import org.jspecify.annotations.NullMarked;
