/** The broker's users: what each service may do there, and what it may not. */
@NullMarked
package dev.warren.systemtests.users;

import org.jspecify.annotations.NullMarked;
