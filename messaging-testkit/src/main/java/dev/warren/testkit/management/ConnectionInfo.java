package dev.warren.testkit.management;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * A client's connection; it appears in the management API some seconds after it was opened.
 *
 * @param providedName the name which the client gave it
 */
public record ConnectionInfo(
    String name,
    @Nullable String vhost,
    @JsonProperty("user_provided_name") @Nullable String providedName,
    @Nullable String state) {}
