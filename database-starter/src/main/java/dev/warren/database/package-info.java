/**
 * A database for the services that keep something. They start without it, serve everything else
 * while it is away, and use it as soon as it answers: {@code docs/adr/0017-databases.md}.
 */
@NullMarked
package dev.warren.database;

import org.jspecify.annotations.NullMarked;
