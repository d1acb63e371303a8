/**
 * What the ways of trying a failed task again have in common: how often, when, and what becomes of
 * one that is given up. Each way is a package below this one.
 */
@NullMarked
package dev.warren.worker.retry;

import org.jspecify.annotations.NullMarked;
