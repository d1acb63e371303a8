/** Who may reach which endpoint of a running service, found out by asking it. */
@NullMarked
package dev.warren.testkit.access;

import org.jspecify.annotations.NullMarked;
