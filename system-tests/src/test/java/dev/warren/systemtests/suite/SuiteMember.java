package dev.warren.systemtests.suite;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.net.URI;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A process or container of the suite, as {@code ./warren status --json} lists it.
 *
 * @param service its name; replicas share it
 * @param url where it answers HTTP
 * @param managementUrl its actuator, or the broker's management plugin
 * @param state {@code ready} when it works
 * @param version the broker's version; absent for services
 * @param amqp the broker's AMQP address; absent for services
 * @param pid the process; absent for containers
 * @param container the container; absent for processes
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record SuiteMember(
    String service,
    @Nullable URI url,
    @Nullable URI managementUrl,
    String state,
    @Nullable String version,
    @Nullable URI amqp,
    @Nullable Long pid,
    @Nullable String container) {

  /** Where it answers HTTP. */
  public URI requireUrl() {
    return Objects.requireNonNull(url, () -> service + " has no URL");
  }
}
