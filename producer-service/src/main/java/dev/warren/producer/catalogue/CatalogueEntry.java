package dev.warren.producer.catalogue;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.jspecify.annotations.Nullable;

/**
 * A pattern, and whether this broker has it.
 *
 * @param pattern the pattern
 * @param available null as long as the broker is not known
 */
record CatalogueEntry(@JsonUnwrapped PatternDescription pattern, @Nullable Boolean available) {}
