/** What was asked and what came of it, compared as sets. */
@NullMarked
package dev.warren.systemtests.faults.ledger;

import org.jspecify.annotations.NullMarked;
