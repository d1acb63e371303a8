/** What is measured and shown: meters, rules and dashboards, against the running suite. */
@NullMarked
package dev.warren.systemtests.observability;

import org.jspecify.annotations.NullMarked;
