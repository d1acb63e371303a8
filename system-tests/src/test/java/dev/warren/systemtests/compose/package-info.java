/** What docker-compose.yml promises of every container, read from the file. */
@NullMarked
package dev.warren.systemtests.compose;

import org.jspecify.annotations.NullMarked;
