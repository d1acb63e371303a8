/** What docker-compose.yml promises of every container, and what the images say of themselves. */
@NullMarked
package dev.warren.systemtests.compose;

import org.jspecify.annotations.NullMarked;
